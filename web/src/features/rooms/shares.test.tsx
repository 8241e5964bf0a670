import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { BreakOff } from "./BreakOff";
import { SharedList } from "./SharedList";
import { type Asked, json, ROOM, serve } from "./testing";
import type { GivenShare, Room } from "./types";

vi.mock("@tanstack/react-router", () => ({
  Link: ({ children }: { children: ReactNode }) => <a href="/">{children}</a>,
}));

const RECIPIENT = "01a22cd1-0000-7000-8000-000000000009";
const PRIVATE: Room = {
  ...ROOM,
  kind: "private",
  session: null,
  side: "person",
  offer: {
    recipient_id: RECIPIENT,
    title: "Vente",
    company_name: "Acme",
    siret: "73282932000074",
    person: "Inès Diarra",
    recruiter: "Nadia Belkacem",
    state: "open",
  },
};

const share = (id: string, more: Partial<GivenShare> = {}): GivenShare => ({
  id,
  kind: "phone",
  proof: null,
  purpose: RECIPIENT,
  title: "Vente",
  state: "active",
  granted_at: "2026-11-02T08:00:00Z",
  ends_at: null,
  ended_at: null,
  end_reason: null,
  granted_receipt: "r1",
  ended_receipt: null,
  ...more,
});

let shares: GivenShare[];
let isReadable: boolean;
let isRevocable: boolean;
let asked: Asked[];
let done: string[];

const problem = (title: string) => json(409, { code: "x", title, status: 409 });

beforeEach(() => {
  shares = [share("s1"), share("s2", { kind: "cv", state: "ended" }), share("s3", { kind: "cv" })];
  isReadable = true;
  isRevocable = true;
  done = [];
  asked = serve(({ method, path }) => {
    if (method === "GET") return isReadable ? json(200, { shares }) : problem("Illisible");
    if (!isRevocable) return problem("Impossible");
    const id = path.split("/").at(-1) ?? "";
    done.push(`revoke ${id}`);
    shares = shares.map((one) => (one.id === id ? { ...one, state: "ended" } : one));
    return json(200, share(id, { state: "ended" }));
  });
});

async function asks(room: Room = PRIVATE): Promise<HTMLElement> {
  renderInApp(
    <BreakOff
      room={room}
      label="Fermer le salon"
      title="Fermer ce salon ?"
      help="Plus personne ne peut y écrire."
      action={async () => {
        done.push("close");
      }}
    />,
  );
  await userEvent.click(screen.getByRole("button", { name: "Fermer le salon" }));
  return screen.findByRole("dialog");
}

const ALSO = "Retirer aussi ce que je partage (téléphone, CV…)";
const confirm = (dialog: HTMLElement) =>
  userEvent.click(within(dialog).getByRole("button", { name: "Fermer le salon" }));

describe("breaking off with a company", () => {
  it("says what is still shared, and takes it back first", async () => {
    const dialog = await asks();
    const list = await within(dialog).findByRole("list");
    expect(
      within(list)
        .getAllByRole("listitem")
        .map((one) => one.textContent),
    ).toEqual(["Numéro de téléphone", "CV"]);
    expect(within(dialog).getByText(/^Vous partagez encore avec Acme/)).toBeVisible();
    expect(within(dialog).getByRole("checkbox", { name: ALSO })).toBeChecked();
    expect(await axeViolations(dialog)).toEqual([]);
    await confirm(dialog);
    await waitFor(() => expect(done).toEqual(["revoke s1", "revoke s3", "close"]));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  });

  it("leaves shared what the person keeps", async () => {
    const dialog = await asks();
    await userEvent.click(await within(dialog).findByRole("checkbox", { name: ALSO }));
    await confirm(dialog);
    await waitFor(() => expect(done).toEqual(["close"]));
  });

  it("does nothing else while something cannot be taken back, and says so", async () => {
    isRevocable = false;
    const dialog = await asks();
    await within(dialog).findByRole("list");
    await confirm(dialog);
    const alert = await within(dialog).findByRole("alert");
    expect(alert).toHaveTextContent(/^Un partage n’a pas pu être retiré/);
    expect(alert).toHaveTextContent("Impossible");
    expect(done).toEqual([]);
    isRevocable = true;
    await confirm(dialog);
    await waitFor(() => expect(done).toEqual(["revoke s1", "revoke s3", "close"]));
  });

  it("does nothing while what is shared cannot be known, unless the person keeps it", async () => {
    isReadable = false;
    const dialog = await asks();
    const also = await within(dialog).findByRole("checkbox", { name: ALSO });
    expect(within(dialog).getByText("Ce que vous partagez n’a pas pu être chargé.")).toBeVisible();
    await confirm(dialog);
    await within(dialog).findByText(/^Un partage n’a pas pu être retiré/);
    expect(done).toEqual([]);
    await userEvent.click(also);
    await confirm(dialog);
    await waitFor(() => expect(done).toEqual(["close"]));
  });

  it("offers nothing where nothing is shared", async () => {
    shares = [];
    const dialog = await asks();
    await waitFor(() =>
      expect(within(dialog).getByRole("button", { name: "Fermer le salon" })).toBeEnabled(),
    );
    expect(within(dialog).queryByRole("checkbox")).not.toBeInTheDocument();
    await confirm(dialog);
    await waitFor(() => expect(done).toEqual(["close"]));
  });

  it("asks nothing more of the company", async () => {
    const dialog = await asks({ ...PRIVATE, side: "company" });
    expect(within(dialog).queryByRole("checkbox")).not.toBeInTheDocument();
    await confirm(dialog);
    await waitFor(() => expect(done).toEqual(["close"]));
    expect(asked).toEqual([]);
  });
});

describe("what is shared in a private room", () => {
  it("is taken back item by item", async () => {
    shares = [
      share("s1", { ends_at: "2026-12-02T08:00:00Z" }),
      share("s4", { kind: "proof", proof: { id: "p", name: "Licence" }, state: "paused" }),
    ];
    const { container } = renderInApp(<SharedList recipient={RECIPIENT} />);
    const list = await screen.findByRole("list", { name: "Ce que vous partagez pour cette offre" });
    expect(within(list).getByText(/^jusqu’au 2 déc/)).toBeVisible();
    expect(within(list).getByText(/^suspendu/)).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(
      screen.getByRole("button", { name: /^Retirer.: Justificatif «.Licence.»$/ }),
    );
    await screen.findByText(/^C’est retiré/);
    expect(done).toEqual(["revoke s4"]);
    expect(within(list).getAllByRole("listitem")).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: /^Retirer.: Numéro de téléphone$/ }));
    await screen.findByText("Rien n’est partagé pour le moment.");
  });
});
