import { describe, expect, it } from "vitest";
import type { Facets } from "@/api/types";
import { levelCount, statusCount } from "./counts";
import { loosenings } from "./loosen";
import { addCriteria, EMPTY_SEARCH, editCriterion, toggleRome } from "./state";

const facets: Facets = {
  levels: [100, 60, 25, 5].map((count, i) => ({ skill: "7", level: i + 1, count })),
  statuses: [
    { skill: "7", status: "any", count: 60 },
    { skill: "7", status: "validated", count: 12 },
  ],
};

describe("levelCount", () => {
  it("reads “at least” as it is counted", () => {
    expect([1, 2, 3, 4].map((level) => levelCount(facets, "7", "at_least", level))).toEqual([
      100, 60, 25, 5,
    ]);
  });

  it("derives “exactly” and “at most”", () => {
    expect([1, 2, 3, 4].map((level) => levelCount(facets, "7", "exactly", level))).toEqual([
      40, 35, 20, 5,
    ]);
    expect([1, 2, 3, 4].map((level) => levelCount(facets, "7", "at_most", level))).toEqual([
      40, 75, 95, 100,
    ]);
  });

  it("knows nothing of a skill that was not counted", () => {
    expect(levelCount(facets, "8", "at_least", 1)).toBeNull();
    expect(levelCount(undefined, "7", "at_least", 1)).toBeNull();
    expect(statusCount(facets, "7", "validated")).toBe(12);
    expect(statusCount(facets, "8", "any")).toBeNull();
  });
});

describe("loosenings", () => {
  const strict = editCriterion(addCriteria(EMPTY_SEARCH, ["7", "8"], true), "7", {
    min: 4,
    validated: true,
  });

  it("offers first what is known to find somebody, best first", () => {
    const empty: Facets = {
      levels: [30, 9, 0, 0].map((count, i) => ({ skill: "7", level: i + 1, count })),
      statuses: [{ skill: "7", status: "any", count: 14 }],
    };
    const offers = loosenings(strict, empty);
    expect(offers.slice(0, 2)).toMatchObject([
      { kind: "status", skill: "7", count: 14 },
      { kind: "level", skill: "7", level: 2, count: 9 },
    ]);
    expect(offers[1]?.next.criteria[0]).toMatchObject({ min: 2, max: null, validated: true });
  });

  it("never offers a change that would find nobody", () => {
    const nobody: Facets = {
      levels: [],
      statuses: [{ skill: "7", status: "any", count: 0 }],
      rome: [],
    };
    const kinds = loosenings(toggleRome(strict, "M"), nobody).map(({ kind }) => kind);
    expect(kinds).toEqual(["optional", "optional"]);
  });
});
