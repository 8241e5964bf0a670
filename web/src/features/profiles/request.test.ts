import { describe, expect, it } from "vitest";
import {
  asksTheSame,
  firstPageBody,
  laterPageBody,
  PAGE_SIZE,
  searchBody,
  stateFromBody,
} from "./request";
import {
  addCriteria,
  addExcluded,
  boundsFor,
  EMPTY_SEARCH,
  editCriterion,
  filterCount,
  LIMITS,
  levelMode,
  removeCriterion,
  setCursor,
  setJob,
  setMinMatching,
  setName,
  setWithExcluded,
  toggleRome,
} from "./state";

describe("searchBody", () => {
  it("asks for everybody whom the company did not leave out when nothing is asked", () => {
    expect(searchBody(EMPTY_SEARCH)).toEqual({ hide_excluded: true });
    expect(searchBody(setWithExcluded(EMPTY_SEARCH, true))).toEqual({});
  });

  it("says each criterion in the words of the API", () => {
    let state = addCriteria(EMPTY_SEARCH, ["103091", "117622"], true);
    state = editCriterion(state, "103091", { ...boundsFor("at_least", 3), validated: true });
    state = editCriterion(state, "117622", { ...boundsFor("at_most", 2), required: false });
    expect(searchBody(state)).toEqual({
      criteria: [
        { skill: "103091", min_level: 3, status: "validated", required: true },
        { skill: "117622", max_level: 2, status: "any", required: false },
      ],
      hide_excluded: true,
    });
  });

  it("carries every other filter, the name without its outer spaces", () => {
    let state = addExcluded(setName(setJob(EMPTY_SEARCH, "M1805"), "  lefèvre "), "100023");
    state = setMinMatching(toggleRome(toggleRome(state, "M18"), "family:M1805"), 4);
    expect(searchBody(setCursor(state, "abc"))).toEqual({
      exclude: [{ skill: "100023" }],
      rome: ["M18", "family:M1805"],
      job: "M1805",
      name: "lefèvre",
      min_matching: 4,
      hide_excluded: true,
    });
  });

  it("is read back from a saved search as it was written", () => {
    let state = addCriteria(EMPTY_SEARCH, ["103091", "117622"], false);
    state = editCriterion(state, "103091", { min: 2, max: 3, validated: true, required: true });
    state = addExcluded(setName(setJob(state, "M1805"), "lefèvre"), "100023");
    state = setMinMatching(toggleRome(state, "family:M1805"), 0);
    expect(stateFromBody(searchBody(state), null)).toEqual(state);
    expect(stateFromBody({}, "id")).toEqual({
      ...EMPTY_SEARCH,
      withExcluded: true,
      saved: "id",
    });
    expect(stateFromBody({ criteria: [{ skill: "1" }] }, null).criteria).toEqual([
      { skill: "1", min: null, max: null, validated: false, required: true },
    ]);
  });

  it("tells whether two searches ask the same, wherever they come from", () => {
    const state = addCriteria(EMPTY_SEARCH, ["1"], true);
    expect(asksTheSame(state, setCursor({ ...state, saved: "id" }, "abc"))).toBe(true);
    expect(asksTheSame(state, editCriterion(state, "1", { min: 2 }))).toBe(false);
  });

  it("asks for counts with the first page only", () => {
    expect(firstPageBody({})).toEqual({
      facets: ["rome", "skills", "levels", "statuses"],
      limit: PAGE_SIZE,
    });
    expect(laterPageBody({ job: "M1805" }, "abc")).toEqual({
      job: "M1805",
      limit: PAGE_SIZE,
      cursor: "abc",
    });
  });
});

describe("changes of the search", () => {
  const three = addCriteria(EMPTY_SEARCH, ["1", "2", "3"], false);

  it("start again at the first page", () => {
    const paged = setCursor(three, "abc");
    expect(removeCriterion(paged, "1").cursor).toBeNull();
    expect(toggleRome(paged, "M").cursor).toBeNull();
    expect(setName(paged, "x").cursor).toBeNull();
  });

  it("never demand more optional skills than there are", () => {
    const demanding = setMinMatching(three, 3);
    expect(removeCriterion(demanding, "1").minMatching).toBe(2);
    expect(editCriterion(demanding, "1", { required: true }).minMatching).toBe(2);
    expect(setJob(demanding, "M1805").minMatching).toBeNull();
  });

  it("never hold a skill as wanted and excluded", () => {
    const excluded = addExcluded(three, "1");
    expect(excluded.criteria.map(({ skill }) => skill)).toEqual(["2", "3"]);
    const wanted = addCriteria(excluded, ["1"], true);
    expect(wanted.exclude).toEqual([]);
  });

  it("stay within the limits of the API", () => {
    const many = Array.from({ length: 60 }, (_, i) => String(i + 1));
    expect(addCriteria(EMPTY_SEARCH, many, true).criteria).toHaveLength(LIMITS.criteria);
    expect(addCriteria(three, ["1"], true).criteria).toHaveLength(3);
    expect(setName(EMPTY_SEARCH, "x".repeat(200)).name).toHaveLength(LIMITS.name);
  });

  it("count what is set", () => {
    expect(filterCount(EMPTY_SEARCH)).toBe(0);
    expect(filterCount(setName(toggleRome(three, "M"), "Léa"))).toBe(5);
  });
});

describe("levelMode", () => {
  it.each(["any", "at_least", "exactly", "at_most"] as const)("reads back %s", (mode) => {
    expect(levelMode(boundsFor(mode, 2))).toBe(mode);
  });

  it("names a true range", () => {
    expect(levelMode({ min: 2, max: 3 })).toBe("between");
  });
});
