import { describe, expect, it } from "vitest";
import { choiceOf, comparisonSearch, filterOf, listSearch, searchOf } from "./url";

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

describe("the address of a comparison", () => {
  it("names both revisions or none", () => {
    expect(choiceOf(comparisonSearch.parse({ de: "1", a: "2" }))).toEqual({ from: 1, to: 2 });
    expect(choiceOf(comparisonSearch.parse({ de: "1" }))).toBeNull();
    expect(choiceOf(comparisonSearch.parse({ de: "un", a: "2" }))).toBeNull();
  });
});
