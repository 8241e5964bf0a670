import { describe, expect, it } from "vitest";
import { widenings } from "./loosen";
import { type Criterion, EMPTY_SEARCH, type SearchState } from "./state";

const criterion = (skill: string, rest: Partial<Criterion> = {}): Criterion => ({
  skill,
  min: null,
  max: null,
  validated: false,
  required: true,
  ...rest,
});

const search = (rest: Partial<SearchState>): SearchState => ({ ...EMPTY_SEARCH, ...rest });

const kinds = (state: SearchState): string[] => widenings(state).map(({ kind }) => kind);

describe("widenings", () => {
  it("offers only what changes something", () => {
    expect(kinds(search({ name: "ma" }))).toEqual([]);
    expect(kinds(search({ criteria: [criterion("1")] }))).toEqual(["allOptional"]);
    expect(kinds(search({ criteria: [criterion("1", { min: 4, required: false })] }))).toEqual([
      "levels",
    ]);
  });

  it("goes from the smallest change to the widest", () => {
    const criteria = [criterion("1", { min: 4 }), criterion("2", { validated: true })];
    expect(kinds(search({ criteria, rome: ["D11"] }))).toEqual([
      "levels",
      "statuses",
      "lenient",
      "onlySkills",
      "allOptional",
    ]);
  });

  it("changes every criterion at once, and starts at the first page", () => {
    const criteria = [criterion("1", { min: 4 }), criterion("2", { min: 2, max: 3 })];
    const [levels] = widenings(search({ criteria, cursor: "abc" }));
    expect(levels?.next.criteria).toEqual([criterion("1"), criterion("2")]);
    expect(levels?.next.cursor).toBeNull();
  });
});
