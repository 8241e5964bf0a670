import { describe, expect, it } from "vitest";
import { clockOf, readingOf, secondsLeft, spokenAt } from "./countdown";

describe("the time that is left", () => {
  const reading = readingOf(
    { now: "2026-03-02T08:00:00Z", deadline: "2026-03-02T08:30:00Z" },
    5_000,
  );

  it("is counted from the server's clock, by how much has passed here", () => {
    expect(secondsLeft(reading, 5_000)).toBe(1_800);
    expect(secondsLeft(reading, 65_000)).toBe(1_740);
    expect(secondsLeft(reading, 65_001)).toBe(1_740);
    expect(secondsLeft(reading, 99_999_999)).toBe(0);
  });

  it("is read at a glance", () => {
    expect([0, 9, 59, 60, 599, 3_600, 3_725].map(clockOf)).toEqual([
      "0:00",
      "0:09",
      "0:59",
      "1:00",
      "9:59",
      "1:00:00",
      "1:02:05",
    ]);
  });

  it("is said aloud when little is left, once each", () => {
    expect(spokenAt(601, 600)).toBe(600);
    expect(spokenAt(600, 599)).toBeNull();
    expect(spokenAt(61, 58)).toBe(60);
    expect(spokenAt(60, 60)).toBeNull();
  });
});
