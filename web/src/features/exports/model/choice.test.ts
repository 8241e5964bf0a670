import { describe, expect, it } from "vitest";
import { type ChoiceValues, contentOf, faultsOf, placeOf, wholeFor } from "./choice";

const chosen = (change: Partial<ChoiceValues>): ChoiceValues => ({
  ...wholeFor("recruiter"),
  part: "chosen",
  ...change,
});

describe("a choice", () => {
  it("is all of the passport, whatever was chosen before", () => {
    const values = { ...chosen({ skills: ["101"], from: "2026-01-01" }), part: "whole" as const };
    expect(contentOf(values)).toEqual({
      skills: null,
      from: null,
      to: null,
      with_proofs: false,
      with_contact: false,
      audience: "recruiter",
    });
    expect(faultsOf(values)).toEqual({});
  });

  it("is some skills, or some days, and never nothing", () => {
    expect(faultsOf(chosen({}))).toEqual({ skills: "nothing" });
    expect(faultsOf(chosen({ from: "2026-01-01" }))).toEqual({});
    expect(faultsOf(chosen({ skills: ["1"], from: "2026-02-01", to: "2026-01-01" }))).toEqual({
      to: "beforeStart",
    });
    expect(contentOf(chosen({ from: "2026-01-01" })).skills).toBeNull();
  });

  it("takes proofs along only where they can go", () => {
    expect(contentOf(chosen({ withProofs: true }), false).with_proofs).toBe(false);
    expect(contentOf(chosen({ withProofs: true })).with_proofs).toBe(true);
  });

  it("is told at its fields what the server found", () => {
    expect(placeOf("content.skills.3")).toBe("skills");
    expect(placeOf("content.to")).toBe("to");
    expect(placeOf("recipient")).toBe("recipient");
  });
});
