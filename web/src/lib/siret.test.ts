import { describe, expect, it } from "vitest";
import { compact, formatSiren, formatSiret, sirenFault, siretFault } from "./siret";

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
