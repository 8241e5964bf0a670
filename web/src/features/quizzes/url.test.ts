import { describe, expect, it } from "vitest";
import { bankSearch, candidatesSearch, copiesSearch, quizListSearch, sentSearch } from "./search";
import {
  bankFilterOf,
  bankSearchOf,
  invitationStateOf,
  isFiltered,
  quizFilterOf,
  quizSearchOf,
  sentSearchOf,
} from "./url";

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

describe("the address of a company’s quiz", () => {
  it("says which invitations are shown", () => {
    expect(sentSearchOf("to_grade")).toEqual({ invitations: "a-corriger" });
    expect(invitationStateOf(sentSearch.parse({ invitations: "a-corriger" }))).toBe("to_grade");
    expect(sentSearchOf(null)).toEqual({});
    expect(invitationStateOf(sentSearch.parse({ invitations: "perdus" }))).toBeNull();
  });

  it("says who stands side by side, two to ten", () => {
    const ids = Array.from({ length: 11 }, (_, at) => `${at}`.padStart(36, "0"));
    const read = (many: number) => candidatesSearch.parse({ avec: ids.slice(0, many).join(",") });
    expect(read(1)).toEqual({});
    expect(read(2)).toEqual({ avec: ids.slice(0, 2).join(",") });
    expect(read(11)).toEqual({});
    expect(candidatesSearch.parse({ vue: "carte" })).toEqual({});
  });
});
