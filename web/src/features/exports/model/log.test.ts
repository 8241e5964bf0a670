import { describe, expect, it } from "vitest";
import { detailsOf } from "./log";

describe("a line of the log", () => {
  it("tells what it was about, whatever else it holds", () => {
    expect(detailsOf({ format: "pdf", number: "P-1", content: { skills: [] } })).toEqual({
      format: "pdf",
      number: "P-1",
      skill: null,
      atLeast: null,
      issuer: null,
    });
    expect(detailsOf({ skill: "101", at_least: 2 })).toMatchObject({ skill: "101", atLeast: 2 });
    expect(detailsOf({ skill: "101", at_least: null }).atLeast).toBeNull();
  });

  it("says nothing of what it cannot read", () => {
    for (const scope of [null, "x", 3, [], { format: 3, number: "" }]) {
      expect(Object.values(detailsOf(scope)).every((value) => value === null)).toBe(true);
    }
  });
});
