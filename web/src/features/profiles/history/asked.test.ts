import { describe, expect, it } from "vitest";
import type { SearchCriteria } from "@/api/types";
import { t } from "@/i18n/saved";
import { askedOf, codesOf } from "./asked";

const names = {
  skillOf: (code: string) => `S${code}`,
  romeOf: (value: string) => (value === "M" ? null : `R${value}`),
};

const search: SearchCriteria = {
  criteria: [
    { skill: "1", min_level: 3, status: "validated" },
    { skill: "2", required: false },
  ],
  exclude: [{ skill: "3" }],
  rome: ["M", "M18", "M1805", "family:M1805"],
  job: "M1805",
  name: "Roux",
  min_matching: 1,
};

describe("a past search", () => {
  it("says what it asked, by the names of today", () => {
    const lines = askedOf(t, search, names);
    expect(lines.map(({ text }) => text.replaceAll("\u00a0", " "))).toEqual([
      "S1",
      "S2",
      "Au moins 1 compétence facultative",
      "Sans « S3 »",
      "Domaine « M »",
      "Domaine « RM18 »",
      "Métier « RM1805 »",
      "Famille « Rfamily:M1805 »",
      "Proche du métier « RM1805 »",
      "Nom : Roux",
    ]);
    expect(lines[0]?.detail).toContain("validée");
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    expect(askedOf(t, {}, names)).toEqual([]);
  });

  it("names each of its codes once", () => {
    expect(codesOf([search, search])).toEqual({
      skills: ["1", "2", "3"],
      rome: ["M", "M18", "M1805", "family:M1805"],
    });
  });
});
