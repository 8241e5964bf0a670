import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
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
      newLink={(_, label) => <a href="/nouveaux">{label}</a>}
      sharing={() => <button type="button">Partager</button>}
      onRemoved={() => undefined}
    />,
  );
}

const changes = vi.hoisted(() => ({
  create: vi.fn(),
  rename: vi.fn(),
  rewrite: vi.fn(),
  remove: vi.fn(),
  watch: vi.fn(),
}));
vi.mock("./queries", () => ({ useSavedSearchChanges: () => changes }));

beforeEach(() => {
  for (const change of Object.values(changes)) change.mockReset();
});

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
    const { container } = draw(waiting);
    expect(screen.getByText("À vérifier")).toBeDefined();
    expect(screen.queryByRole("link", { name: /Ouvrir/ })).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer mes choix" }));
    expect(screen.getByText("Choisissez une réponse pour chaque code.")).toBeDefined();
    expect(changes.rewrite).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("radio", { name: /Retirer/ }));
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer mes choix" }));
    const left = { criteria: [], exclude: [], rome: [] };
    expect(changes.rewrite).toHaveBeenCalledExactlyOnceWith(waiting, left);
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
    draw(followed);
    expect(screen.getByRole("link", { name: /Ouvrir/ })).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "C’est noté" }));
    expect(changes.rewrite).toHaveBeenCalledExactlyOnceWith(followed, asking.search);
  });

  it("tells of new matches as often as was chosen, and how many there are", async () => {
    const watched = savedSearch({
      ...asking,
      alert: { frequency: "daily", state: "watching", next_at: null, new_matches: 3 },
    });
    const { container } = draw(watched);
    expect(screen.getByRole("link", { name: "Voir 3 nouveaux profils" })).toBeDefined();
    expect(await axeViolations(container)).toEqual([]);
    changes.watch.mockRejectedValue(new ApiProblem(409, { title: "Refusé." }));
    const often = screen.getByRole("combobox", { name: /^Alerte de/ });
    await userEvent.selectOptions(often, "Le lundi matin");
    expect(changes.watch).toHaveBeenCalledExactlyOnceWith(watched, "weekly");
    expect(await screen.findByText("Refusé.")).toBeDefined();
    expect(often).toHaveValue("daily");
  });

  it("of a colleague can be run, and only read where it was given so", async () => {
    const theirs = savedSearch({
      ...asking,
      access: "view",
      owner: { first_name: "Paul", last_name: "Roux" },
      alert: null,
      changes: [change()],
    });
    const { container } = draw(theirs);
    expect(screen.getByText("Recherche de Paul Roux")).toBeDefined();
    expect(screen.getByRole("link", { name: /Ouvrir/ })).toBeDefined();
    expect(screen.queryByRole("button", { name: /Renommer|Supprimer|mes choix/ })).toBeNull();
    expect(screen.queryByRole("combobox")).toBeNull();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("keeps what was typed when a name is refused", async () => {
    const taken = { pointer: "/name", code: "name_taken", message: "Ce nom est pris." };
    changes.rename.mockRejectedValue(new ApiProblem(422, { errors: [taken] }));
    draw(asking);
    await userEvent.click(screen.getByRole("button", { name: /Renommer/ }));
    const field = screen.getByRole("textbox", { name: /Nom de la recherche/ });
    await userEvent.clear(field);
    await userEvent.paste("Vendeurs");
    await userEvent.click(screen.getByRole("button", { name: "Renommer" }));
    expect(await screen.findByText("Ce nom est pris.")).toBeDefined();
    expect(field).toHaveValue("Vendeurs");
    expect(changes.rename).toHaveBeenCalledExactlyOnceWith(asking, "Vendeurs");
  });
});
