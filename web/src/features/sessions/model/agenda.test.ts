import { describe, expect, it } from "vitest";
import { hoursShown, keyLeads, layOut, rangeOf, step } from "./agenda";

const entry = (from: string, to: string) => ({
  starts_at: `2026-03-02T${from}:00Z`,
  ends_at: `2026-03-02T${to}:00Z`,
});

describe("a view", () => {
  it("shows whole weeks of a month, a week from Monday, four weeks of a list", () => {
    expect(rangeOf("month", "2026-03-15")).toEqual({ from: "2026-02-23", to: "2026-04-05" });
    expect(rangeOf("week", "2026-03-08")).toEqual({ from: "2026-03-02", to: "2026-03-08" });
    expect(rangeOf("list", "2026-03-15")).toEqual({ from: "2026-03-15", to: "2026-04-11" });
  });

  it("moves on by what it shows", () => {
    expect(step("month", "2026-01-31", 1)).toBe("2026-02-01");
    expect(step("month", "2026-01-31", -1)).toBe("2025-12-01");
    expect(step("week", "2026-10-22", 1)).toBe("2026-10-29");
    expect(step("list", "2026-03-15", -1)).toBe("2026-02-15");
  });

  it("is moved through by the keys of a grid", () => {
    const lead = (key: string) => keyLeads(key, "2026-03-04");
    expect(["ArrowLeft", "ArrowDown", "Home", "End", "PageUp"].map(lead)).toEqual([
      "2026-03-03",
      "2026-03-11",
      "2026-03-02",
      "2026-03-08",
      "2026-02-04",
    ]);
    expect(lead("Enter")).toBeNull();
  });
});

describe("the entries of a day", () => {
  it("stand side by side where they overlap, and only there", () => {
    const placed = layOut([
      entry("08:00", "11:00"),
      entry("09:00", "10:00"),
      entry("10:00", "12:00"),
      entry("13:00", "16:00"),
    ]);
    expect(placed.map(({ start, column, columns }) => [start / 60, column, columns])).toEqual([
      [9, 0, 2],
      [10, 1, 2],
      [11, 1, 2],
      [14, 0, 1],
    ]);
  });

  it("end with the day when they go on beyond it, and are never too short to be read", () => {
    const night = { starts_at: "2026-05-01T20:00:00Z", ends_at: "2026-05-02T04:00:00Z" };
    expect(layOut([night])[0]).toMatchObject({ start: 22 * 60, end: 24 * 60 });
    expect(layOut([entry("08:00", "08:05")])[0]).toMatchObject({ start: 540, end: 570 });
  });

  it("widen the hours that are drawn", () => {
    expect(hoursShown([])).toEqual({ from: 8, to: 18 });
    expect(hoursShown(layOut([entry("05:30", "07:00"), entry("17:00", "20:15")]))).toEqual({
      from: 6,
      to: 22,
    });
  });
});
