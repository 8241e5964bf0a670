import { describe, expect, it } from "vitest";
import type { Grid } from "@/api/types";
import { EMPTY } from "./draft";
import { commonScale, gridScale, stepName, withLevels } from "./scales";
import { addSkill, setLevels } from "./skills";

const grid = gridScale({
  id: "g",
  version: 1,
  name: "Grille",
  steps: [
    { position: 0, name: "Non acquis", common_level: null, passing: false },
    { position: 1, name: "Acquis", common_level: 3, passing: true },
    { position: 2, name: "Expert", common_level: 4, passing: true },
  ],
} as Grid);
const draft = ["1", "2"].reduce(
  (before, skill) => addSkill(before, { skill, label: skill, kind: "skill" }),
  EMPTY,
);
const line = draft.skills[0];
if (!line) throw new Error("no line");

describe("levels", () => {
  it("never let a skill be acquired above its target", () => {
    expect(withLevels(line, { target: 2 })).toMatchObject({ target: 2, pass: 2 });
    expect(withLevels(line, { pass: 4 })).toMatchObject({ target: 3, pass: 3 });
    expect(withLevels(line, { target: 4 })).toMatchObject({ target: 4, pass: 3 });
  });

  it("begin anew on another scale: the highest step, acquired from the first that passes", () => {
    expect(withLevels(line, { scale: grid })).toMatchObject({ grid: "g", target: 2, pass: 1 });
    const same = withLevels(line, { scale: commonScale("Commune", []), target: 1 });
    expect(same).toMatchObject({ grid: null, target: 1, pass: 1 });
    expect(stepName(grid, 1)).toBe("Acquis");
    expect(stepName(grid, 7)).toBe("");
  });

  it("are set for many skills at once", () => {
    const next = setLevels(draft, new Set(["2"]), { scale: grid, target: 1, pass: 0 });
    expect(next.skills.map(({ grid: on, target, pass }) => [on, target, pass])).toEqual([
      [null, 3, 3],
      ["g", 1, 0],
    ]);
  });
});
