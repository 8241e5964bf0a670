import { describe, expect, it } from "vitest";
import type { Grid } from "@/api/types";
import {
  choicesOf,
  type DecisionValues,
  decisionOf,
  faultsOf,
  matching,
  NOT_ATTESTED,
  placeOf,
  startOf,
} from "./verdicts";

const step = (position: number, name: string, common_level: number | null, passing: boolean) => ({
  position,
  name,
  common_level,
  passing,
});
const GRID: Grid = {
  id: "g1",
  version: 1,
  name: "Atelier",
  steps: [
    step(0, "À revoir", null, false),
    step(1, "Acquis", 2, true),
    step(2, "Maîtrisé", 3, true),
  ],
};

const started = (): DecisionValues =>
  startOf({ skills: [{ skill: "101", label: "Souder", level: 3 }] });
const judged = (
  change: Partial<DecisionValues>,
  one: Partial<DecisionValues["skills"][number]> = {},
): DecisionValues => {
  const values = started();
  return {
    ...values,
    judgement: "authentic",
    skills: values.skills.map((skill) => ({ ...skill, step: "g1:2", ...one })),
    ...change,
  };
};

describe("a decision", () => {
  it("offers the steps that mean acquired", () => {
    expect(choicesOf([GRID])[0]?.steps.map(({ value }) => value)).toEqual(["g1:1", "g1:2"]);
    expect(matching([GRID], 3)).toBe("g1:2");
    expect(matching([GRID], 4)).toBe("");
    // Two grids say it in their own way: the reviewer chooses.
    expect(matching([GRID, { ...GRID, id: "g2" }], 3)).toBe("");
  });

  it("lacks two judgements while nothing is said", () => {
    expect(faultsOf(started())).toEqual({
      judgement: "judgement",
      "skills.0.step": "step",
      skills: "nothingAttested",
    });
    expect(faultsOf(judged({}))).toEqual({});
  });

  it("is refused instead when the proofs are false or nothing is attested", () => {
    expect(faultsOf(judged({ judgement: "not_authentic" })).judgement).toBe("notAuthentic");
    expect(faultsOf(judged({}, { step: NOT_ATTESTED }))).toEqual({
      "skills.0.reason": "reason",
      skills: "nothingAttested",
    });
    expect(faultsOf(judged({ judgement: "undetermined" }))).toEqual({
      judgementReason: "judgementReason",
    });
  });

  it("is sent with a step, or without one and with a reason", () => {
    const added = {
      skill: "102",
      label: "Poncer",
      claimed: null,
      step: NOT_ATTESTED,
      reason: " Non ",
    };
    const values = judged({});
    expect(decisionOf({ ...values, skills: [...values.skills, added] }, "f1")).toEqual({
      proofs: { judgement: "authentic" },
      skills: [
        { skill: "101", grid_id: "g1", step: 2 },
        { skill: "102", reason: "Non" },
      ],
      text: null,
      expires_on: null,
      file_id: "f1",
    });
  });

  it("is told at its fields what the server found", () => {
    expect(placeOf("proofs.judgement")).toBe("judgement");
    expect(placeOf("skills.2.grid_id")).toBe("skills.2.step");
    expect(placeOf("skills.2.reason")).toBe("skills.2.reason");
  });
});
