import { describe, expect, it } from "vitest";
import { addressOf, COMPANY, filesOf, keyOf } from "./owner";

const SCHOOL = { organisation: "o1" };

describe("an owner", () => {
  it("finds the same operation at its own address", () => {
    const bank = "/api/v1/organisations/{id}/questions/{question_id}/versions";
    expect(addressOf(SCHOOL, bank)).toBe(bank);
    expect(addressOf(COMPANY, bank)).toBe("/api/v1/company/questions/{question_id}/versions");
    const copies = "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}/copies";
    expect(addressOf(SCHOOL, copies)).toBe(copies);
    expect(addressOf(COMPANY, copies)).toBe("/api/v1/company/quizzes/{quiz_id}/copies");
  });

  it("has no operation that companies lack, says the compiler", () => {
    const place = "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}" as const;
    const adjustments = `${place}/adjustments` as const;
    // @ts-expect-error: nobody at a company adjusts, people take more time themselves
    expect(addressOf(COMPANY, adjustments)).not.toBe(adjustments);
  });

  it("keeps its things apart, and sends files in the right name", () => {
    expect(keyOf(SCHOOL)).toEqual(["organisation", "o1"]);
    // Hints of what changes name companies' quizzes so.
    expect(keyOf(COMPANY)).toEqual(["company-quizzes"]);
    expect(filesOf(SCHOOL)).toBe("/api/v1/organisations/o1/files");
    expect(filesOf(COMPANY)).toBe("/api/v1/me/files");
  });
});
