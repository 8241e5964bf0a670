import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { axeViolations, renderInApp } from "@/test/render";
import { begun, type Column, cellsOf, keyOf } from "../model/drafts";
import { cell, entry, gridOf, WELDING } from "../model/sample";
import { scalesOf } from "../model/scales";
import type { Board } from "./board";
import { ConflictLines } from "./ConflictLines";
import { RefusedLines, SoundLines } from "./ReviewLines";

const ZOE = keyOf("zoe", "101");
const grid = gridOf([cell()]);
const board: Board = {
  people: grid.participants,
  skills: grid.skills,
  cells: cellsOf(grid),
  drafts: {
    [ZOE]: {
      ...begun("zoe", WELDING as Column, cell()),
      level: "common:3",
      reason: "Vu à l’atelier.",
    },
  },
  proposes: new Set(),
  scales: (skill) => scalesOf(skill, []),
  writes: true,
};

describe("the review", () => {
  it("says what takes the place of what, and why", async () => {
    const { container } = renderInApp(
      <SoundLines
        board={board}
        sound={[
          {
            key: ZOE,
            cell: {
              action: "replace",
              step_name: "Autonome",
              common_level: 3,
              passing: true,
              is_converted: false,
              off_programme: false,
              expires_on: null,
              supersedes: "e1",
              errors: [],
            },
          },
        ]}
      />,
    );
    expect(screen.getByText("1 validation remplacée")).toBeVisible();
    expect(screen.getByText("Zoé Martin, Souder")).toBeVisible();
    expect(screen.getByText(/à la place de\s*: Guidé/)).toBeVisible();
    expect(screen.getByText("Vu à l’atelier.")).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });

  it("says why a cell is refused, and leads back to it", async () => {
    const onCorrect = vi.fn();
    const faults = { level: "Aucune correspondance enregistrée." };
    renderInApp(
      <RefusedLines
        board={board}
        refused={[{ key: ZOE, faults }]}
        onCorrect={onCorrect}
        onLeave={() => undefined}
      />,
    );
    expect(screen.getByText("Aucune correspondance enregistrée.")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Corriger Zoé Martin, Souder" }));
    expect(onCorrect).toHaveBeenCalledWith(ZOE, faults);
  });

  it("puts what a colleague wrote beside what was chosen, cell by cell", async () => {
    const onMine = vi.fn();
    const current = entry({ step_name: "Expert", common_level: 4 });
    renderInApp(
      <ConflictLines
        board={board}
        conflicts={[{ key: ZOE, version: 3, current }]}
        onMine={onMine}
        onLeave={() => undefined}
      />,
    );
    expect(screen.getByRole("alert")).toHaveTextContent(/Expert, le 3 mars 2026/);
    expect(screen.getByRole("alert")).toHaveTextContent(/Votre saisieAutonome/);
    await userEvent.click(screen.getByRole("button", { name: /^Garder ma saisie pour Zoé/ }));
    expect(onMine).toHaveBeenCalledWith(ZOE, 3);
  });

  it("keeps nothing upon a cell it does not know", () => {
    renderInApp(
      <ConflictLines
        board={board}
        conflicts={[{ key: ZOE, version: null, current: null }]}
        onMine={() => undefined}
        onLeave={() => undefined}
      />,
    );
    expect(screen.queryByRole("button", { name: /^Garder/ })).toBeNull();
    expect(screen.getByText(/s’affichera si vous enregistrez/)).toBeVisible();
  });
});
