import { useQuery } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import type { MyQuizInvitationNotice } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { invitationQuery } from "./invitedQueries";
import { MyInvitationNotice } from "./MyInvitationNotice";

const NOTICE: MyQuizInvitationNotice = {
  id: "i1",
  company_id: "c1",
  company_name: "Ateliers du Port",
  title: "Accueil",
  purpose: "Conseiller clientèle",
  sent_at: "2026-03-02T08:00:00Z",
  closes_at: "2126-03-31T22:00:00Z",
  state: "invited",
  may_begin: true,
  result: null,
  description: "",
  instructions: "",
  notice_version: "2026-11",
  notice_text: "Passer un test\n\nCe test est facultatif\nVous pouvez refuser.",
  seen: "empreinte",
  readers: "Les personnes qui recrutent pour Ateliers du Port, et personne d’autre.",
  kept_until: "2126-06-30",
  signals: "Carnet compte vos changements d’onglet et vos collages.",
  revision: 1,
  questions: 3,
  seconds: 1200,
  extra_time: "none",
  pass_percent: null,
  negative_percent: 0,
  feedback: "after_publication",
  hides_names: true,
  skills: [],
};

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
let shown: MyQuizInvitationNotice;
let sent: { method: string; path: string; body: unknown }[];
let answer: (path: string) => Response;

beforeEach(() => {
  shown = NOTICE;
  sent = [];
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      const path = new URL(request.url).pathname.replace(/^.*\/i1\/?/, "");
      if (request.method === "GET") return json(200, path === "" ? shown : { items: [] });
      const text = await request.text();
      sent.push({ method: request.method, path, body: text === "" ? null : JSON.parse(text) });
      return answer(path);
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

const started = vi.fn();

function Shown() {
  const { data } = useQuery(invitationQuery("i1"));
  return data ? <MyInvitationNotice invitation={data} onStarted={started} /> : null;
}

const accept = async () =>
  userEvent.click(await screen.findByRole("checkbox", { name: "J’ai lu cette information" }));
const begin = () => userEvent.click(screen.getByRole("button", { name: "Commencer" }));

describe("an invitation to a quiz of a company", () => {
  it("tells everything first, and begins with exactly what was read", async () => {
    answer = () => json(201, {});
    const { container } = renderInApp(<Shown />);
    expect(await screen.findByText("Conseiller clientèle")).toBeInTheDocument();
    expect(screen.getByText("20 min")).toBeInTheDocument();
    expect(screen.getByText(/Les personnes qui recrutent pour/)).toBeInTheDocument();
    expect(screen.getByText(/compte vos changements d’onglet/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Commencer" })).toBeDisabled();
    expect(await axeViolations(container)).toEqual([]);
    await accept();
    await begin();
    await waitFor(() => expect(started).toHaveBeenCalledOnce());
    expect(sent).toEqual([
      {
        method: "POST",
        path: "attempt",
        body: { notice_version: "2026-11", seen: "empreinte" },
      },
    ]);
  });

  it("that says something else by then is shown anew, and read again", async () => {
    const anew = { ...NOTICE, seconds: 600, seen: "autre" };
    answer = () => json(412, { code: "stale", title: "Dépassé", status: 412, current: anew });
    started.mockClear();
    renderInApp(<Shown />);
    await accept();
    shown = anew;
    await begin();
    expect(await screen.findByText("L’information a changé")).toBeInTheDocument();
    expect(screen.getByText("10 min")).toBeInTheDocument();
    expect(screen.getByRole("checkbox", { name: "J’ai lu cette information" })).not.toBeChecked();
    expect(screen.getByRole("button", { name: "Commencer" })).toBeDisabled();
    expect(started).not.toHaveBeenCalled();
  });

  it("gives more time at once, and asks for no reason", async () => {
    const more = { ...NOTICE, seconds: 1800, extra_time: "half" as const, seen: "autre" };
    answer = () => json(200, more);
    renderInApp(<Shown />);
    await userEvent.selectOptions(
      await screen.findByRole("combobox", { name: "Votre temps" }),
      "half",
    );
    await userEvent.click(screen.getByRole("button", { name: "Prendre ce temps" }));
    expect(await screen.findByText(/vous aurez 30/)).toBeInTheDocument();
    expect(sent).toEqual([{ method: "PUT", path: "adjustment", body: { extra_time: "half" } }]);
  });

  it("is refused without a reason", async () => {
    answer = () => new Response(null, { status: 204 });
    renderInApp(<Shown />);
    await userEvent.click(await screen.findByRole("button", { name: "Refuser" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog).toHaveTextContent("Aucune raison n’est demandée.");
    shown = { ...NOTICE, state: "withdrawn", may_begin: false };
    const [confirm] = [...dialog.querySelectorAll("button")].filter(
      ({ textContent }) => textContent === "Refuser",
    );
    await userEvent.click(confirm as HTMLElement);
    await waitFor(() =>
      expect(screen.queryByRole("button", { name: "Commencer" })).not.toBeInTheDocument(),
    );
    expect(sent).toEqual([{ method: "POST", path: "withdrawal", body: null }]);
  });

  it("cannot be begun while nobody there may recruit", async () => {
    shown = { ...NOTICE, may_begin: false };
    renderInApp(<Shown />);
    expect(await screen.findByText(/ne peut pas recruter en ce moment/)).toBeInTheDocument();
    expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Refuser" })).toBeInTheDocument();
  });
});
