import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Facets } from "@/api/types";
import { axeViolations, renderInApp } from "@/test/render";
import { CriterionCard } from "./CriterionCard";
import type { Criterion } from "./state";

const facets: Facets = {
  levels: [40, 30, 12, 3].map((count, i) => ({ skill: "7", level: i + 1, count })),
  statuses: [
    { skill: "7", status: "any", count: 40 },
    { skill: "7", status: "validated", count: 9 },
  ],
};

const plain: Criterion = { skill: "7", min: null, max: null, validated: false, required: true };

function draw(criterion: Partial<Criterion> = {}) {
  const onEdit = vi.fn();
  const { container } = renderInApp(
    <ul>
      <CriterionCard
        criterion={{ ...plain, ...criterion }}
        label="Souder à l’arc"
        facets={facets}
        open
        onToggle={() => undefined}
        onEdit={onEdit}
        onRemove={() => undefined}
      />
    </ul>,
  );
  return { onEdit, container };
}

describe("CriterionCard", () => {
  it("says what is asked in one line", () => {
    draw({ min: 3, validated: true, required: false });
    const summary = /Souder à l’arc.*au moins 3.autonome · validée · facultative/;
    expect(screen.getByRole("button", { name: summary })).toBeVisible();
  });

  it("asks for a level, with the count it leaves", async () => {
    const { onEdit, container } = draw();
    await userEvent.click(screen.getByRole("radio", { name: "Niveau 3, autonome 12 profils" }));
    expect(onEdit).toHaveBeenCalledWith({ min: 3, max: null });
    expect(await axeViolations(container)).toEqual([]);
  });

  it("turns “at least” into “exactly”, and its counts with it", async () => {
    const { onEdit } = draw({ min: 2, max: 2 });
    expect(screen.getByRole("radio", { name: "Niveau 2, guidé 18 profils" })).toBeChecked();
    await userEvent.selectOptions(screen.getByRole("combobox"), "au plus");
    expect(onEdit).toHaveBeenCalledWith({ min: null, max: 2 });
  });

  it("keeps only what was validated, and lets a criterion be optional", async () => {
    const { onEdit } = draw();
    await userEvent.click(screen.getByRole("radio", { name: "Validées 9 profils" }));
    await userEvent.click(screen.getByRole("radio", { name: "Facultative" }));
    expect(onEdit.mock.calls).toEqual([[{ validated: true }], [{ required: false }]]);
  });
});
