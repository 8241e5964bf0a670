import { describe, expect, it } from "vitest";
import { readQuery, writeQuery } from "@/lib/query";
import { type Criterion, EMPTY_SEARCH, LIMITS, type SearchState } from "./state";
import { paramsFromState, searchParams, stateFromParams } from "./url";

const criterion = (skill: string, rest: Partial<Criterion> = {}): Criterion => ({
  skill,
  min: null,
  max: null,
  validated: false,
  required: true,
  ...rest,
});

const FULL: SearchState = {
  criteria: [
    criterion("103091", { min: 3, validated: true }),
    criterion("117622", { required: false }),
    criterion("100023", { min: 2, max: 2 }),
    criterion("100024", { max: 3, validated: true, required: false }),
    criterion("100025", { min: 2, max: 4 }),
  ],
  minMatching: 1,
  exclude: ["200001", "200002"],
  rome: ["M", "M18", "M1805", "family:M1805"],
  job: "M1805",
  name: "d’Alençon Œuvrard",
  withExcluded: true,
  cursor: "eyJhIjoxfQ-_~.z",
  saved: "0199c2f0-0000-7000-8000-000000000001",
};

const read = (query: string) => searchParams.safeParse(readQuery(query));
const throughAddress = (state: SearchState): SearchState =>
  stateFromParams(searchParams.parse(readQuery(writeQuery(paramsFromState(state)))));

describe("the address of a search", () => {
  it("is short and readable", () => {
    const { name: _, cursor: __, saved: ___, ...rest } = FULL;
    expect(writeQuery(paramsFromState({ ...rest, name: "", cursor: null, saved: null }))).toBe(
      "?c=103091.3-.v,117622.o,100023.2,100024.-3.v.o,100025.2-4&min=1&sauf=200001,200002" +
        "&rome=M,M18,M1805,family:M1805&metier=M1805&ecartes=oui",
    );
  });

  it("says the whole search, cursor included", () => {
    expect(throughAddress(FULL)).toEqual(FULL);
    expect(throughAddress(EMPTY_SEARCH)).toEqual(EMPTY_SEARCH);
    expect(writeQuery(paramsFromState(EMPTY_SEARCH))).toBe("");
  });

  it("survives every combination of bounds, status and demand", () => {
    const levels = [null, 1, 2, 3, 4];
    const criteria = levels.flatMap((min) =>
      levels
        .filter((max) => min === null || max === null || min <= max)
        .flatMap((max) =>
          [true, false].flatMap((validated) =>
            [true, false].map((required) => ({ min, max, validated, required })),
          ),
        ),
    );
    for (const rest of criteria) {
      const state = { ...EMPTY_SEARCH, criteria: [criterion("7", rest)] };
      expect(throughAddress(state)).toEqual(state);
    }
    expect(criteria).toHaveLength(76);
  });

  it.each([
    "?c=abc",
    "?c=103091.5-",
    "?c=103091.3-2",
    "?c=103091.-",
    "?c=103091.v.2",
    "?c=103091,,7",
    "?c=1,1.v",
    "?c=1&sauf=1",
    "?min=-1",
    "?min=beaucoup",
    "?rome=m18",
    "?rome=M180",
    "?rome=famille:M1805",
    "?rome=M,M",
    "?metier=M18",
    "?ecartes=non",
    "?page=%20%20",
    `?nom=${"x".repeat(LIMITS.name + 1)}`,
    `?c=${Array.from({ length: LIMITS.criteria + 1 }, (_, i) => i + 1).join(",")}`,
    `?sauf=${Array.from({ length: LIMITS.exclude + 1 }, (_, i) => i + 1).join(",")}`,
  ])("refuses %s", (query) => {
    expect(read(query).success).toBe(false);
  });

  it("takes as many criteria as a search may have", () => {
    const codes = Array.from({ length: LIMITS.criteria }, (_, i) => i + 1).join(",");
    expect(read(`?c=${codes}`).success).toBe(true);
  });
});
