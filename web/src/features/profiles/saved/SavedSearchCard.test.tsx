import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { SavedSearch } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { change, savedSearch } from "@/test/savedSearch";
import { SavedSearchCard } from "./SavedSearchCard";

const asking = savedSearch({
  search: { criteria: [{ skill: "1" }], exclude: [], rome: [] },
  names: [{ pointer: "/criteria/0/skill", subject: "skill", code: "1", label: "Souder" }],
});

function draw(saved: SavedSearch) {
  return renderInApp(
    <SavedSearchCard
      saved={saved}
      openLink={(_, label, spoken) => (
        <a href="/recherche" aria-label={spoken}>
          {label}
        </a>
      )}
      onRemoved={() => undefined}
    />,
  );
}

/** Answers every request so, and keeps what was sent. */
function server(status: number, body: unknown): { sent: unknown[] } {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.method !== "GET") sent.push(await request.clone().json());
    return new Response(JSON.stringify(body), {
      status,
      headers: { "content-type": "application/json" },
    });
  });
  return { sent };
}

afterEach(() => vi.unstubAllGlobals());

describe("SavedSearchCard", () => {
  it("shows what is asked and leads to the profiles", async () => {
    const { container } = draw(asking);
    expect(screen.getByRole("heading", { name: "Soudeurs" })).toBeDefined();
    expect(screen.getByText("Souder")).toBeDefined();
    expect(screen.getByRole("link", { name: /Ouvrir/ })).toBeDefined();
    expect(screen.queryByText("À vérifier")).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("does not lead to profiles before what waits is decided", async () => {
    const waiting = savedSearch({
      ...asking,
      changes: [change()],
      obstacles: [{ pointer: "/criteria/0/skill", code: "retired_code", message: "Parti." }],
    });
    const { sent } = server(200, asking);
    const { container } = draw(waiting);
    expect(screen.getByText("À vérifier")).toBeDefined();
    expect(screen.queryByRole("link", { name: /Ouvrir/ })).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer mes choix" }));
    expect(screen.getByText("Choisissez une réponse pour chaque code.")).toBeDefined();
    expect(sent).toEqual([]);
    await userEvent.click(screen.getByRole("radio", { name: /Retirer/ }));
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer mes choix" }));
    expect(sent).toEqual([{ search: { criteria: [], exclude: [], rome: [] } }]);
  });

  it("takes note of what was followed, with the search as it reads", async () => {
    const followed = savedSearch({
      ...asking,
      changes: [
        change({
          kind: "replaced",
          code: "9",
          followed: true,
          decision_needed: false,
          successor: { code: "1", label: "Souder" },
        }),
      ],
    });
    const { sent } = server(200, asking);
    draw(followed);
    expect(screen.getByRole("link", { name: /Ouvrir/ })).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "C’est noté" }));
    expect(sent).toEqual([{ search: asking.search }]);
  });

  it("keeps what was typed when a name is refused", async () => {
    server(422, {
      status: 422,
      code: "invalid_request",
      title: "Certaines informations sont à corriger.",
      errors: [{ pointer: "/name", code: "name_taken", message: "Ce nom est pris." }],
    });
    draw(asking);
    await userEvent.click(screen.getByRole("button", { name: /Renommer/ }));
    const field = screen.getByRole("textbox", { name: /Nom de la recherche/ });
    await userEvent.clear(field);
    await userEvent.type(field, "Vendeurs");
    await userEvent.click(screen.getByRole("button", { name: "Renommer" }));
    expect(await screen.findByText("Ce nom est pris.")).toBeDefined();
    expect(field).toHaveValue("Vendeurs");
  });
});
