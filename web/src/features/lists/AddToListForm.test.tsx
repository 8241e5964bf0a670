import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { session } from "@/api/session";
import { axeViolations, renderInApp } from "@/test/render";
import { AddToListForm } from "./AddToListForm";

vi.mock("@/ui/ButtonLink", () => ({
  ButtonLink: ({ children }: { children: string }) => <a href="/liste">{children}</a>,
}));

const list = (id: string, name: string, access: string) => ({
  id,
  name,
  description: "",
  owner: null,
  access,
  counts: { to_contact: 0, contacted: 0, answered: 0, total: 0 },
  version: 1,
  created_at: "2026-03-04T04:00:00Z",
  updated_at: "2026-03-04T04:00:00Z",
});

let sent: [string, unknown][];
let answers: Record<string, () => Response>;
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

beforeEach(() => {
  sent = [];
  answers = {
    "GET /candidate-lists": () =>
      json({ items: [list("a", "Soudure", "owner"), list("b", "Vente", "view")] }),
    "POST /candidate-lists": () => json(list("c", "Accueil", "owner"), 201),
  };
  vi.stubGlobal(
    "fetch",
    vi.fn(async (request: Request) => {
      const path = new URL(request.url).pathname.replace("/api/v1", "");
      const key = `${request.method} ${path}`;
      if (request.method !== "GET") sent.push([key, await request.json()]);
      return answers[key]?.() ?? json({ added: [], already_there: [], unavailable: [] });
    }),
  );
  session.open({ access_token: "token", token_type: "Bearer", expires_in: 300 });
});

function draw(profiles: string[]) {
  const onAdded = vi.fn();
  const { container } = renderInApp(
    <AddToListForm profiles={profiles} onClose={() => undefined} onAdded={onAdded} />,
  );
  return { container, onAdded };
}

it("offers the lists one may work with, and says what came of it", async () => {
  answers["POST /candidate-lists/a/candidates"] = () =>
    json({ added: [{ profile_id: "p", id: "e" }], already_there: ["q"], unavailable: ["r"] });
  const { container, onAdded } = draw(["p", "q", "r"]);
  const field = await screen.findByRole("combobox", { name: "Liste" });
  expect([...field.querySelectorAll("option")].map(({ label }) => label)).toEqual([
    "Soudure",
    "Nouvelle liste…",
  ]);
  expect(await axeViolations(container)).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Ajouter" }));
  await screen.findByText(/^1 personne ajoutée/);
  expect(screen.getByText("1 personne y était déjà.")).toBeDefined();
  expect(screen.getByText(/n’est plus visible/)).toBeDefined();
  expect(sent).toEqual([["POST /candidate-lists/a/candidates", { profiles: ["p", "q", "r"] }]]);
  expect(onAdded).toHaveBeenCalledOnce();
  expect(await axeViolations(container)).toEqual([]);
});

it("makes a list once, however often people are put on it", async () => {
  let full = true;
  answers["POST /candidate-lists/c/candidates"] = () =>
    full
      ? json(
          { status: 409, code: "list_full", title: "Une liste compte au plus 1 000 personnes." },
          409,
        )
      : json({ added: [{ profile_id: "p", id: "e" }], already_there: [], unavailable: [] });
  draw(["p"]);
  await userEvent.selectOptions(await screen.findByRole("combobox"), "Nouvelle liste…");
  await userEvent.click(screen.getByRole("button", { name: "Ajouter" }));
  expect(screen.getByText("Ce champ est obligatoire.")).toBeDefined();
  await userEvent.type(screen.getByRole("textbox", { name: "Nom de la liste" }), "Accueil");
  await userEvent.click(screen.getByRole("button", { name: "Ajouter" }));
  await screen.findByText(/au plus 1 000 personnes/);
  full = false;
  await userEvent.click(screen.getByRole("button", { name: "Ajouter" }));
  await screen.findByText(/^1 personne ajoutée/);
  expect(sent.filter(([key]) => key === "POST /candidate-lists")).toHaveLength(1);
});

it("puts many on a list in as many requests as it takes", async () => {
  draw(Array.from({ length: 70 }, (_, at) => `p${at}`));
  await userEvent.click(await screen.findByRole("button", { name: "Ajouter" }));
  await screen.findByText(/^0 personne ajoutée/);
  expect(sent.map(([, body]) => (body as { profiles: string[] }).profiles.length)).toEqual([
    50, 20,
  ]);
});
