import { describe, expect, it } from "vitest";
import { refusedCodes, withoutRefused } from "./refused";
import {
  addCriteria,
  addExcluded,
  EMPTY_SEARCH,
  editCriterion,
  removeCode,
  replaceCode,
  setJob,
  setMinMatching,
  toggleRome,
} from "./state";

const rome = (...codes: string[]) => codes.reduce(toggleRome, EMPTY_SEARCH);

describe("replaceCode", () => {
  it("asks of the successor what was asked of the code", () => {
    const state = editCriterion(addCriteria(EMPTY_SEARCH, ["1", "2"], true), "1", { min: 3 });
    expect(replaceCode(state, "1", "9").criteria).toEqual([
      { skill: "9", min: 3, max: null, validated: false, required: true },
      { skill: "2", min: null, max: null, validated: false, required: true },
    ]);
  });

  it("leaves no code twice, and none both asked for and excluded", () => {
    const state = addExcluded(addCriteria(EMPTY_SEARCH, ["1", "2"], true), "3");
    expect(replaceCode(state, "1", "2").criteria.map(({ skill }) => skill)).toEqual(["2"]);
    expect(replaceCode(state, "1", "3")).toMatchObject({ exclude: [] });
    expect(replaceCode(state, "3", "2")).toMatchObject({ exclude: [] });
    expect(replaceCode(rome("M1811", "M1801"), "M1811", "M1801").rome).toEqual(["M1801"]);
  });

  it("keeps how much of a job is demanded", () => {
    const state = setMinMatching(setJob(rome("M1811"), "M1811"), 3);
    const next = replaceCode(state, "M1811", "M1801");
    expect(next).toMatchObject({ job: "M1801", rome: ["M1801"], minMatching: 3 });
  });
});

describe("removeCode", () => {
  it("takes a code out wherever it stands", () => {
    const state = setJob(addExcluded(addCriteria(rome("M1811"), ["1"], true), "2"), "M1811");
    expect(removeCode(state, "1").criteria).toEqual([]);
    expect(removeCode(state, "2").exclude).toEqual([]);
    expect(removeCode(state, "M1811")).toMatchObject({ rome: [], job: null });
  });
});

describe("what the server does not know", () => {
  const state = setJob(addExcluded(addCriteria(rome("Z99"), ["1", "999"], true), "998"), "Z9999");
  const fault = (pointer: string, code: string) => ({ pointer, code, message: "Inconnu." });
  const unknown = [
    fault("/criteria/1/skill", "unknown_skill"),
    fault("/exclude/0/skill", "unknown_skill"),
    fault("/rome/0", "unknown_rome"),
    fault("/job", "unknown_job"),
  ];

  it("is named by its code", () => {
    expect(refusedCodes(state, unknown).map(({ code }) => code)).toEqual([
      "999",
      "998",
      "Z99",
      "Z9999",
    ]);
    expect(refusedCodes(state, [fault("/min_matching", "out_of_range")])[0]?.code).toBeNull();
  });

  it("can be left out, when nothing else is wrong", () => {
    expect(withoutRefused(state, unknown)).toEqual(addCriteria(EMPTY_SEARCH, ["1"], true));
    expect(withoutRefused(state, [...unknown, fault("/name", "too_long")])).toBeNull();
    expect(withoutRefused(state, [fault("/criteria/1/min_level", "out_of_range")])).toBeNull();
    expect(withoutRefused(state, [])).toBeNull();
  });
});
