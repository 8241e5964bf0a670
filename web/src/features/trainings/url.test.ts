import { describe, expect, it } from "vitest";
import {
  choiceOf,
  comparisonSearch,
  courseFilterOf,
  courseSearchOf,
  coursesSearch,
  filterOf,
  listSearch,
  searchFor,
  searchOf,
  wordsOf,
  wordsSearch,
} from "./url";

describe("the address of the list", () => {
  it("says the search and the state, and nothing at their default", () => {
    const search = searchOf({ words: "soudure", status: "published" });
    expect(search).toEqual({ q: "soudure", etat: "publiee" });
    expect(filterOf(search)).toEqual({ words: "soudure", status: "published" });
    expect(searchOf({ words: "", status: null })).toEqual({});
  });

  it("leaves out what it does not understand", () => {
    expect(filterOf(listSearch.parse({ etat: "perdue", q: "x".repeat(300) }))).toEqual({
      words: "",
      status: null,
    });
  });
});

describe("the address of courses and own skills", () => {
  it("says what is looked for, and whether it was put away", () => {
    const search = courseSearchOf({ words: "plans", archived: true });
    expect(search).toEqual({ q: "plans", etat: "archives" });
    expect(courseFilterOf(search)).toEqual({ words: "plans", archived: true });
    expect(courseSearchOf({ words: "", archived: false })).toEqual({});
    expect(wordsOf(searchFor("souder"))).toBe("souder");
    expect(searchFor("")).toEqual({});
  });

  it("leaves out what it does not understand", () => {
    const wrong = { q: "x".repeat(300), etat: "perdus" };
    expect(courseFilterOf(coursesSearch.parse(wrong))).toEqual({ words: "", archived: false });
    expect(wordsOf(wordsSearch.parse(wrong))).toBe("");
  });
});

describe("the address of a comparison", () => {
  it("names both revisions or none", () => {
    expect(choiceOf(comparisonSearch.parse({ de: "1", a: "2" }))).toEqual({ from: 1, to: 2 });
    expect(choiceOf(comparisonSearch.parse({ de: "1" }))).toBeNull();
    expect(choiceOf(comparisonSearch.parse({ de: "un", a: "2" }))).toBeNull();
  });
});
