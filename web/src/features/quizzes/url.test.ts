import { describe, expect, it } from "vitest";
import { bankSearch, copiesSearch, quizListSearch } from "./search";
import { bankFilterOf, bankSearchOf, isFiltered, quizFilterOf, quizSearchOf } from "./url";

describe("the address of the bank", () => {
  it("says what is looked for, and is read back as it was", () => {
    const filter = {
      words: "tarif",
      kind: "short_text",
      tag: "calcul",
      skill: "101",
      archived: true,
    } as const;
    const search = bankSearchOf(filter);
    expect(search).toEqual({
      q: "tarif",
      type: "courte",
      etiquette: "calcul",
      competence: "101",
      archivees: "oui",
    });
    expect(bankFilterOf(bankSearch.parse(search))).toEqual(filter);
    expect(isFiltered(filter)).toBe(true);
  });

  it("leaves out what it does not understand", () => {
    const search = bankSearch.parse({ type: "dessin", competence: "a1", archivees: "non" });
    const filter = bankFilterOf(search);
    expect(filter).toEqual({ words: "", kind: null, tag: "", skill: "", archived: false });
    expect(isFiltered(filter)).toBe(false);
    expect(bankSearchOf(filter)).toEqual({});
  });
});

describe("the address of the quizzes", () => {
  it("says what is looked for, and is read back as it was", () => {
    const filter = { words: "", kind: "assignment", status: "archived" } as const;
    expect(quizSearchOf(filter)).toEqual({ nature: "devoir", etat: "archive" });
    expect(quizFilterOf(quizListSearch.parse(quizSearchOf(filter)))).toEqual(filter);
    expect(copiesSearch.parse({ question: "1", copies: "toutes" })).toEqual({ copies: "toutes" });
  });
});
