import { describe, expect, it } from "vitest";
import { freeLevel, newRule, rulesBody, rulesOf } from "./rules";

const LEVELS = [
  { value: 1, name: "notions" },
  { value: 2, name: "guidé" },
  { value: 3, name: "autonome" },
];

describe("the rules of a quiz", () => {
  it("are sent as they were read", () => {
    const rules = rulesOf([
      {
        skill: "101",
        label: "Compter",
        grid: null,
        levels: [
          { level: 2, name: "guidé", min_percent: 50 },
          { level: 3, name: "autonome", min_percent: 80 },
        ],
      },
    ]);
    expect(rulesBody(rules)).toEqual({
      rules: [
        {
          skill: "101",
          levels: [
            { level: 2, min_percent: 50 },
            { level: 3, min_percent: 80 },
          ],
        },
      ],
    });
  });

  it("begin at the top, and go down as long as there are levels", () => {
    const rule = newRule("101", LEVELS);
    expect(rule.levels[0]?.level).toBe(3);
    expect(freeLevel(rule, LEVELS)).toBe(2);
    const all = {
      ...rule,
      levels: LEVELS.map(({ value }) => ({ key: "", level: value, percent: "" })),
    };
    expect(freeLevel(all, LEVELS)).toBeNull();
  });

  it("send what is no percentage so that it is refused at its place", () => {
    const rule = newRule("101", LEVELS);
    const typed = { ...rule, levels: [{ key: "", level: 3, percent: "beaucoup" }] };
    expect(rulesBody([typed]).rules[0]?.levels[0]?.min_percent).toBe(-1);
  });
});
