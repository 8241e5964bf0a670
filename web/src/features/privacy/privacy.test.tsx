import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import { axeViolations, renderInApp } from "@/test/render";
import { ErasureForm } from "./ErasureForm";
import { Now } from "./Now";
import { Readings } from "./Readings";
import { Shares } from "./Shares";

vi.mock("@tanstack/react-router", () => ({
  Link: ({ children, "aria-label": label }: { children: ReactNode; "aria-label"?: string }) => (
    <a href="/" aria-label={label}>
      {children}
    </a>
  ),
  createLink: () => () => <a href="/">Lien</a>,
}));

type Reply = (request: Request, body: unknown) => [status: number, answer: unknown];
let calls: string[];

function serve(reply: Reply): void {
  calls = [];
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      const { pathname } = new URL(request.url);
      const body = request.method === "GET" ? null : await request.json().catch(() => null);
      calls.push(`${request.method} ${pathname.replace("/api/v1", "")}`);
      const [status, answer] = reply(request, body);
      return new Response(status === 204 ? null : JSON.stringify(answer), { status });
    }),
  );
}

beforeEach(() => {
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

const way = (operation: string, path: string) => ({ operation, method: "DELETE", path });
const ID = "0199c2f0-0000-7000-8000-00000000000";

const privacy = (audience: "everyone" | "nobody", open: number) => ({
  visibility: {
    audience,
    changed_at: null,
    is_hidden_by_erasure: false,
    take_back: way("set_visibility", "/me/visibility"),
  },
  chosen_companies: [],
  blocked_companies: [],
  shares: Array.from({ length: open }, () => ({ shares: [{}] })),
  links: Array.from({ length: open }, () => ({
    id: `${ID}1`,
    take_back: way("revoke_passport_share", `/me/passport/shares/${ID}1/revoke`),
  })),
  exports: [],
  rooms: [],
  offers: [],
  quiz_invitations: [],
  erasure: "none",
});

describe("Now", () => {
  it("takes everything back in one gesture", async () => {
    let isOpen = true;
    serve(({ method, url }) => {
      if (method === "GET" && url.endsWith("/me/privacy")) {
        return [200, isOpen ? privacy("everyone", 1) : privacy("nobody", 0)];
      }
      if (url.endsWith("/revoke") && url.includes("passport")) isOpen = false;
      return [200, { policy_version: "visibilite-2026-11" }];
    });
    renderInApp(<Now />);
    await userEvent.click(await screen.findByRole("button", { name: "Tout reprendre" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getAllByRole("listitem")).toHaveLength(3);
    await userEvent.click(within(dialog).getByRole("button", { name: "Tout reprendre" }));
    await screen.findByText(/Tout est repris/);
    expect(calls.filter((call) => !call.startsWith("GET"))).toEqual([
      "PUT /me/visibility",
      "POST /me/shares/revoke",
      `POST /me/passport/shares/${ID}1/revoke`,
    ]);
  });
});

const share = (number: number, what: object) => ({
  id: `${ID}${number}`,
  kind: "phone",
  proof: null,
  purpose: `${ID}9`,
  title: "Soudeuse",
  state: "active",
  granted_at: "2026-03-04T08:00:00Z",
  ends_at: null,
  ended_at: null,
  end_reason: null,
  granted_receipt: `${ID}7`,
  ended_receipt: null,
  ...what,
});

describe("Shares", () => {
  it("shows what is open with its receipt, and takes one back at once", async () => {
    let over = false;
    serve(({ method }) => {
      if (method === "DELETE") over = true;
      const ended = { state: "ended", ended_at: "2026-03-05T08:00:00Z", end_reason: "revoked" };
      const first = share(1, over ? { ...ended, ended_receipt: `${ID}8` } : {});
      const shares = [first, share(2, { kind: "proof", proof: { id: "p", name: "Licence" } })];
      const company = { siret: "73282932000074", name: "Acme", open: 2, shares };
      return [200, method === "GET" ? { items: [company], next_cursor: null } : first];
    });
    const { container } = renderInApp(<Shares />);
    await screen.findByText(/Justificatif «.Licence.»/);
    expect(screen.getByRole("link", { name: /Reçu de l’accord.*téléphone, Acme/ })).toBeVisible();
    expect(screen.getByRole("button", { name: "Tout retirer à Acme" })).toBeVisible();
    await userEvent.click(
      screen.getByRole("button", { name: /^Retirer le partage.*Numéro de téléphone, Acme/ }),
    );
    await userEvent.click(await screen.findByRole("button", { name: "1 partage terminé" }));
    expect(screen.getByText("retiré par vous")).toBeVisible();
    expect(screen.getByRole("link", { name: /Reçu de fin/ })).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });
});

describe("Readings", () => {
  const reading = (number: number) => ({
    number,
    company: { name: "Acme", siret: "73282932000074" },
    role: "member",
    purpose: "share",
    fields: [
      { field: "phone", count: null },
      { field: "file_names", count: 2 },
      { field: "of a newer server", count: null },
    ],
    at: "2026-03-04T08:00:00Z",
  });

  it("says who saw what, and that nothing is missing", async () => {
    serve(() => [200, { items: [reading(2), reading(1)], next_cursor: null }]);
    renderInApp(<Readings />);
    expect(
      await screen.findAllByText(
        /^Montré : numéro de téléphone, noms de 2 fichiers et autre élément$/,
      ),
    ).toHaveLength(2);
    expect(screen.getByText(/aucun numéro ne manque/)).toBeVisible();
  });

  it("says which numbers are missing", async () => {
    serve(() => [200, { items: [reading(4), reading(1)], next_cursor: null }]);
    renderInApp(<Readings />);
    expect(await screen.findByText(/Numéros absents.*3 et 2/)).toBeVisible();
  });
});

describe("ErasureForm", () => {
  const type = (name: RegExp, text: string) => userEvent.type(screen.getByLabelText(name), text);

  it("asks for the word, the password and the code, and keeps what was typed when one is wrong", async () => {
    const sent: unknown[] = [];
    serve((_, body) => {
      sent.push(body);
      const errors = [
        {
          pointer: "/password",
          code: "wrong_password",
          message: "Ce n’est pas votre mot de passe.",
        },
      ];
      return [422, { status: 422, code: "invalid", title: "Refusé", errors }];
    });
    const { container } = renderInApp(<ErasureForm hasTotp copyLink={<a href="/">Copie</a>} />);
    const submit = () =>
      userEvent.click(screen.getByRole("button", { name: /Effacer mon compte/ }));
    await type(/^Tapez/, "effacer");
    await submit();
    expect(screen.getByText("Tapez le mot EFFACER, en majuscules.")).toBeVisible();
    expect(screen.getAllByText("Ce champ est obligatoire.")).toHaveLength(2);
    await userEvent.clear(screen.getByLabelText(/^Tapez/));
    await type(/^Tapez/, "EFFACER");
    await type(/^Mot de passe/, "pas le bon");
    await type(/^Code/, "123456");
    await submit();
    expect(await screen.findByText("Ce n’est pas votre mot de passe.")).toBeVisible();
    expect(sent).toEqual([{ word: "EFFACER", password: "pas le bon", totp_code: "123456" }]);
    await waitFor(() => expect(screen.getByLabelText(/^Mot de passe/)).toHaveFocus());
    expect(screen.getByLabelText(/^Tapez/)).toHaveValue("EFFACER");
    expect(await axeViolations(container)).toEqual([]);
  });
});
