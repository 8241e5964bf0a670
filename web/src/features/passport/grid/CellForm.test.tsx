import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { begun, type CellDraft, type Column } from "../model/drafts";
import type { Faults } from "../model/outcome";
import { CUTTING, cell, entry, proposal } from "../model/sample";
import { scalesOf } from "../model/scales";
import { CellForm } from "./CellForm";

const ON_GRID = cell({ code: "102", replaced: null, current: null, entries: 0 });

function draw(what: { cell?: typeof ON_GRID; start?: CellDraft; faults?: Faults } = {}) {
  const found = what.cell ?? ON_GRID;
  const onKeep = vi.fn<(draft: CellDraft) => void>();
  const { container } = renderInApp(
    <CellForm
      organisation="o1"
      skill={CUTTING}
      cell={found}
      scales={scalesOf(CUTTING, [])}
      start={what.start ?? begun("zoe", CUTTING as Column, found)}
      isKept={what.start !== undefined}
      faults={what.faults ?? {}}
      onKeep={onKeep}
      onForget={() => undefined}
      onClose={() => undefined}
    />,
  );
  return { container, onKeep };
}

const keep = () => userEvent.click(screen.getByRole("button", { name: "Garder en brouillon" }));

describe("CellForm", () => {
  it("offers the steps of the organisation's grid, and says which are aimed at and enough", async () => {
    const { container, onKeep } = draw();
    const steps = screen.getByRole("radiogroup", { name: /^Niveau constaté/ });
    expect(within(steps).getByRole("radio", { name: "Maîtrise" })).toHaveAccessibleDescription(
      "niveau visé",
    );
    expect(within(steps).getByRole("radio", { name: "Applique" })).toHaveAccessibleDescription(
      "acquis à partir d’ici",
    );
    expect(screen.getByText(/24 mois, le délai choisi par l’organisme/)).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.click(within(steps).getByRole("radio", { name: "Applique" }));
    await keep();
    expect(onKeep.mock.calls[0]?.[0].level).toBe("step:g1:1");
  });

  it("takes the job's scale too", async () => {
    const { onKeep } = draw();
    await userEvent.click(screen.getByRole("button", { name: /Échelle des métiers/ }));
    await userEvent.click(screen.getByRole("radio", { name: /3\s*Autonome/ }));
    await keep();
    expect(onKeep.mock.calls[0]?.[0].level).toBe("common:3");
  });

  it("keeps nothing without a level, nor a replacement without its reason", async () => {
    const { onKeep } = draw({ cell: cell({ code: "102", current: entry(), replaced: "e1" }) });
    await keep();
    expect(screen.getByText("Choisissez un niveau.")).toBeVisible();
    expect(screen.getByText("Dites pourquoi elle est remplacée.")).toBeVisible();
    expect(onKeep).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("radio", { name: "Maîtrise" }));
    await userEvent.type(screen.getByRole("textbox", { name: /^Pourquoi remplacer/ }), "Erreur.");
    await keep();
    expect(onKeep.mock.calls[0]?.[0]).toMatchObject({ level: "step:g1:2", reason: "Erreur." });
  });

  it("joins results and observations", async () => {
    const results = [proposal("a1", 2, "2026-03-04T08:00:00Z")];
    const { onKeep } = draw({ cell: { ...ON_GRID, proposals: results } });
    await userEvent.click(screen.getByRole("button", { name: /^Joindre le résultat/ }));
    expect(screen.queryByRole("button", { name: /^Joindre le résultat/ })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Ajouter une observation" }));
    await userEvent.click(screen.getByRole("radio", { name: "Maîtrise" }));
    await keep();
    expect(screen.getByText("Décrivez ce que vous avez observé.")).toBeVisible();
    expect(onKeep).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Retirer la preuve 2" }));
    await keep();
    expect(onKeep.mock.calls[0]?.[0].evidence.map(({ attempt }) => attempt)).toEqual(["a1"]);
  });

  it("shows what the server said against it, where it was typed", () => {
    const start = { ...begun("zoe", CUTTING as Column, ON_GRID), level: "step:g1:1" };
    draw({
      start,
      faults: { comment: "Trop long.", skill: "Une proposition attend déjà." },
    });
    expect(screen.getByText("Trop long.")).toBeVisible();
    expect(screen.getByText("Une proposition attend déjà.")).toBeVisible();
  });
});
