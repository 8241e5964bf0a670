import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/api/problem";
import type { CertificationSheet } from "@/api/types";
import { absenceOf, numberOf, remarksOn } from "./certification";

const sheet = (more: Partial<CertificationSheet> = {}): CertificationSheet => ({
  number: "RNCP31114",
  title: "Développeur web et web mobile",
  level: 5,
  active: true,
  ends_on: "2028-09-01",
  jobs: [{ code: "M1805", label: "Développeur informatique", family: true }],
  url: "https://www.francecompetences.fr/recherche/rncp/31114/",
  published_on: "2026-03-02",
  ...more,
});

describe("numberOf", () => {
  it("reads what people type, once it is whole", () => {
    expect(numberOf(" rncp31114 ")).toBe("RNCP31114");
    expect(numberOf("RS715")).toBe("RS715");
    for (const typed of ["", "RNCP", "31114", "RNCP31114BC01", "RNCP1234567"]) {
      expect(numberOf(typed)).toBeNull();
    }
  });
});

describe("absenceOf", () => {
  it("tells a missing table from a missing number, and both from a fault", () => {
    expect(absenceOf(new ApiProblem(404, { code: "certifications_not_loaded" }))).toBe("notLoaded");
    expect(absenceOf(new ApiProblem(404, { code: "not_found" }))).toBe("unknown");
    expect(absenceOf(new ApiProblem(503, {}))).toBeNull();
    expect(absenceOf(null)).toBeNull();
  });
});

describe("remarksOn", () => {
  const today = "2026-03-03";

  it("has none on a certification in force for one of the jobs or their families", () => {
    expect(remarksOn(sheet(), ["M1855", "M1805"], today)).toEqual([]);
    expect(remarksOn(sheet(), [], today)).toEqual([]);
    expect(remarksOn(sheet({ jobs: [] }), ["D1102"], today)).toEqual([]);
  });

  it("names what is not in force and what is for other jobs", () => {
    expect(remarksOn(sheet({ active: false }), ["D1102"], today)).toEqual([
      "inactive",
      "otherJobs",
    ]);
    expect(remarksOn(sheet({ ends_on: "2026-03-02" }), ["M1805"], today)).toEqual(["over"]);
  });
});
