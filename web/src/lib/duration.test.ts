import { describe, expect, it } from "vitest";
import { formatDuration } from "@/lib/format";
import { parseDuration } from "./duration";

describe("parseDuration", () => {
  it.each([
    ["7", 420],
    ["7 h", 420],
    ["3,5", 210],
    ["3.25 h", 195],
    ["3 h 30", 210],
    ["3h30", 210],
    ["3:05", 185],
    ["1 h 15 min", 75],
    ["45 min", 45],
    [" 2 heures ", 120],
    ["3\u00a0h\u00a030", 210],
    ["0", 0],
  ])("reads %j", (typed, minutes) => {
    expect(parseDuration(typed)).toBe(minutes);
  });

  it.each(["", "une heure", "3 h 75", "-2", "3,", "h"])("refuses %j", (typed) => {
    expect(parseDuration(typed)).toBeNull();
  });

  it("reads what is shown", () => {
    for (const minutes of [5, 45, 60, 75, 210, 600]) {
      expect(parseDuration(formatDuration(minutes))).toBe(minutes);
    }
  });
});
