import { describe, expect, it } from "vitest";
import { formatPoints, numberOf, typedOf } from "./number";

describe("numbers", () => {
  it.each([
    ["3", 3],
    ["3,5", 3.5],
    ["-0.25", -0.25],
    ["−2", -2],
    ["12 400", 12_400],
    ["12\u202f400,5", 12_400.5],
    [",5", 0.5],
    ["1e3", 1_000],
  ])("reads %j", (typed, value) => {
    expect(numberOf(typed)).toBe(value);
  });

  it.each(["", "trois", "1,2,3", "1..2", "-", "1e999", "0x10"])("refuses %j", (typed) => {
    expect(numberOf(typed)).toBeNull();
  });

  it("writes what it reads", () => {
    for (const value of [0, 1.5, -12_400.25, 0.001, 1e15]) {
      expect(numberOf(typedOf(value))).toBe(value);
    }
    expect(formatPoints(1.5)).toBe("1,5");
  });
});
