import { describe, expect, it } from "vitest";
import {
  compact,
  companyFault,
  formatNda,
  formatSiren,
  formatSiret,
  isNda,
  sirenFault,
  sirenOf,
  siretFault,
} from "./siret";

describe("siretFault", () => {
  it.each([
    "73282932000074",
    " 732 829 320 00074 ",
    "732\u202f829\u202f320\u00a000074",
    "732.829.320-00074",
    "81280923400014",
    "35600000000048",
  ])("accepts %s", (input) => {
    expect(siretFault(input)).toBeNull();
  });

  it("accepts post offices, whose digits add up to a multiple of five", () => {
    expect(siretFault("35600000049837")).toBeNull();
    expect(siretFault("35600000049838")).toBe("checksum");
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["MONACOCONFO001", "characters"],
    ["7328293200007", "too_short"],
    ["732829320000740", "too_long"],
    ["73282932000079", "checksum"],
    ["12345678901234", "checksum"],
    ["00000000000000", "checksum"],
  ])("refuses %j as %s", (input, fault) => {
    expect(siretFault(input)).toBe(fault);
  });
});

describe("a declaration number", () => {
  it("has eleven digits, however they are spaced", () => {
    expect(["84691234567", "84 69 12345 67", "84\u00a069\u202f12345-67"].every(isNda)).toBe(true);
    expect(["", "8469123456", "846912345678", "8469123456A"].some(isNda)).toBe(false);
    expect(formatNda("84691234567")).toBe("84\u202f69\u202f12345\u202f67");
  });
});

describe("sirenFault", () => {
  it("accepts a SIREN with or without spaces", () => {
    expect(sirenFault("732829320")).toBeNull();
    expect(sirenFault("732 829 320")).toBeNull();
  });

  it("refuses a SIRET, a wrong digit and zeros", () => {
    expect(sirenFault("73282932000074")).toBe("too_long");
    expect(sirenFault("732829321")).toBe("checksum");
    expect(sirenFault("000000000")).toBe("checksum");
  });
});

describe("formats", () => {
  it("groups digits with narrow spaces that do not break", () => {
    expect(formatSiret("73282932000074")).toBe("732\u202f829\u202f320\u202f00074");
    expect(formatSiren("732829320")).toBe("732\u202f829\u202f320");
    expect(compact(formatSiret("73282932000074"))).toBe("73282932000074");
  });
});

describe("companyFault", () => {
  it.each(["732 829 320", "732 829 320 00074"])("takes %s for the company 732829320", (input) => {
    expect(companyFault(input)).toBeNull();
    expect(sirenOf(input)).toBe("732829320");
  });

  it("says of which number what is wrong", () => {
    expect(companyFault("")).toEqual({ of: "siren", fault: "empty" });
    expect(companyFault("732829321")).toEqual({ of: "siren", fault: "checksum" });
    expect(companyFault("73282932000075")).toEqual({ of: "siret", fault: "checksum" });
    expect(companyFault("73282932000")).toEqual({ of: "length" });
  });
});
