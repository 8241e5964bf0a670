import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/api/problem";
import type { PreviewedCell } from "@/api/types";
import { begun, type Column, cellsOf, keyOf } from "./drafts";
import { conflictsOf, faultsOf, outcomeOf } from "./outcome";
import { cell, entry, gridOf, WELDING } from "./sample";

const ZOE = keyOf("zoe", "101");
const ALI = keyOf("ali", "101");
const KEYS = [ZOE, ALI];

const previewed = (what: Partial<PreviewedCell>): PreviewedCell => ({
  action: "write",
  step_name: "Autonome",
  common_level: 3,
  passing: true,
  is_converted: false,
  off_programme: false,
  expires_on: null,
  supersedes: null,
  errors: [],
  ...what,
});

const fault = (pointer: string, message: string) => ({ pointer, code: "x", message });

describe("faultsOf", () => {
  it("gives each cell its own faults, and loses none", () => {
    const { byCell, rest } = faultsOf(
      [
        fault("/cells/0/evidence/1/title", "Sans titre."),
        fault("/cells/1", "Incomplète."),
        fault("/cells/1/level", "Inconnu."),
        fault("/cells/1/level", "Une seconde fois."),
        fault("/cells/9/level", "Ailleurs."),
        fault("/cells", "Trop de cases."),
      ],
      KEYS,
    );
    expect(byCell.get(ZOE)).toEqual({ "evidence.1.title": "Sans titre." });
    expect(byCell.get(ALI)).toEqual({ "": "Incomplète.", level: "Inconnu." });
    expect(rest).toEqual(["Ailleurs.", "Trop de cases."]);
  });
});

describe("outcomeOf", () => {
  const drafts = {
    [ZOE]: begun("zoe", WELDING as Column, cell()),
    [ALI]: begun("ali", WELDING as Column, undefined),
  };
  const told = (cells: PreviewedCell[], now = gridOf([cell()])) =>
    outcomeOf({ two_people: true, cells }, KEYS, cellsOf(now), drafts);

  it("sorts what is written from what is refused", () => {
    const refused = previewed({
      action: "refuse",
      errors: [fault("/cells/1/skill", "Hors programme.")],
    });
    const outcome = told([previewed({ action: "replace", supersedes: "e1" }), refused]);
    expect(outcome.twoPeople).toBe(true);
    expect(outcome.sound.map(({ key, cell: one }) => [key, one.action])).toEqual([
      [ZOE, "replace"],
    ]);
    expect(outcome.refused).toEqual([{ key: ALI, faults: { skill: "Hors programme." } }]);
    expect(outcome.conflicts).toEqual([]);
  });

  it("says what is in a cell where somebody was faster", () => {
    const theirs = entry({ id: "e2", step_name: "Expert", common_level: 4 });
    const now = gridOf([cell({ version: 3, current: theirs })]);
    const stale = previewed({ action: "stale" });
    expect(told([stale, previewed({})], now).conflicts).toEqual([
      { key: ZOE, version: 3, current: theirs },
    ]);
  });

  it("does not pretend to know a cell that the grid does not show", () => {
    const stale = previewed({ action: "stale" });
    expect(told([previewed({}), stale]).conflicts).toEqual([
      { key: ALI, version: null, current: null },
    ]);
  });
});

describe("conflictsOf", () => {
  it("reads the cells that a refusal names", () => {
    const current = { cells: [{ cell: 0, person_id: "zoe", code: "101", version: 4 }] };
    const stale = new ApiProblem(412, { code: "stale", current });
    expect(conflictsOf(stale)).toEqual([{ key: ZOE, version: 4, current: null }]);
    expect(conflictsOf(new ApiProblem(409, { code: "conflict", current }))).toEqual([]);
  });
});
