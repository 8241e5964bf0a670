import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  formatDate,
  formatDateTight,
  formatDays,
  formatPeriod,
  formatTime,
  formatTimes,
  instantOf,
  mondayOf,
  timeOf,
  weekdayOf,
  weekNumber,
  weeksOf,
} from "./days";
import { isDay } from "./isDay";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("days", () => {
  it("are those of Paris, in winter, in summer and around midnight", () => {
    expect([dayOf("2026-03-02T08:00:00Z"), timeOf("2026-03-02T08:00:00Z")]).toEqual([
      "2026-03-02",
      "09:00",
    ]);
    expect(timeOf("2026-07-01T07:00:00Z")).toBe("09:00");
    expect([dayOf("2026-06-30T22:30:00Z"), timeOf("2026-06-30T22:30:00Z")]).toEqual([
      "2026-07-01",
      "00:30",
    ]);
  });

  it("know the hour that is left out and the one that comes twice", () => {
    expect(timeOf("2026-03-29T00:59:00Z")).toBe("01:59");
    expect(timeOf("2026-03-29T01:00:00Z")).toBe("03:00");
    expect(timeOf("2026-10-25T00:30:00Z")).toBe("02:30");
    expect(timeOf("2026-10-25T01:30:00Z")).toBe("02:30");
  });

  it("give the instant of a time in Paris", () => {
    expect(instantOf("2026-03-02", "09:00")).toBe("2026-03-02T08:00:00Z");
    expect(instantOf("2026-07-01", "09:00")).toBe("2026-07-01T07:00:00Z");
    expect(instantOf("2026-07-01", "00:30")).toBe("2026-06-30T22:30:00Z");
    expect(instantOf("2026-03-29", "01:59")).toBe("2026-03-29T00:59:00Z");
    expect(instantOf("2026-10-25", "02:30")).toBe("2026-10-25T00:30:00Z");
  });

  it("are counted without hours, across the changes of clocks", () => {
    expect(addDays("2026-03-28", 1)).toBe("2026-03-29");
    expect(addDays("2026-03-29", 1)).toBe("2026-03-30");
    expect(addDays("2026-10-25", 1)).toBe("2026-10-26");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(daysBetween("2026-03-27", "2026-04-03")).toBe(7);
    expect(daysBetween("2026-10-26", "2026-10-23")).toBe(-3);
  });

  it("stay in the month one goes to", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
    expect(addMonths("2026-12-15", 1)).toBe("2027-01-15");
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  });

  it("refuse what is no day", () => {
    expect(["2026-03-02", "2028-02-29"].map(isDay)).toEqual([true, true]);
    expect(["2026-02-30", "2026-13-01", "2026-3-2", "demain", ""].some(isDay)).toBe(false);
  });
});

describe("weeks", () => {
  it("begin on Monday", () => {
    expect([weekdayOf("2026-03-02"), weekdayOf("2026-03-08")]).toEqual([1, 7]);
    expect(mondayOf("2026-03-08")).toBe("2026-03-02");
    expect(mondayOf("2026-03-02")).toBe("2026-03-02");
  });

  it("cover a month and no more", () => {
    const weeks = weeksOf("2026-03-15");
    expect(weeks.map(([monday]) => monday)).toEqual([
      "2026-02-23",
      "2026-03-02",
      "2026-03-09",
      "2026-03-16",
      "2026-03-23",
      "2026-03-30",
    ]);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    // February 2027 begins on a Monday and has four weeks.
    expect(weeksOf("2027-02-10").length).toBe(4);
  });

  it("are numbered as in France", () => {
    expect(weekNumber("2026-01-01")).toBe(1);
    expect(weekNumber("2025-12-29")).toBe(1);
    expect(weekNumber("2027-01-03")).toBe(53);
    expect(weekNumber("2026-03-02")).toBe(10);
  });
});

describe("words", () => {
  it("name days as people read them", () => {
    expect(plain(formatDate("2026-03-02"))).toBe("lundi 2 mars 2026");
    expect(plain(formatDate("2026-05-01"))).toBe("vendredi 1er mai 2026");
    expect(plain(formatDate("2026-05-11"))).toBe("lundi 11 mai 2026");
    expect(plain(formatDateTight("2026-05-01"))).toBe("ven. 1er mai");
  });

  it("name hours as people read them", () => {
    expect([formatTime("09:00"), formatTime("12:30"), formatTime("00:05")].map(plain)).toEqual([
      "9 h",
      "12 h 30",
      "0 h 05",
    ]);
    expect(plain(formatTimes("2026-03-02T08:00:00Z", "2026-03-02T11:30:00Z"))).toBe(
      "9 h – 12 h 30",
    );
    expect(plain(formatTimes("2026-05-01T20:00:00Z", "2026-05-02T04:00:00Z"))).toBe(
      "22 h – 6 h (sam. 2 mai)",
    );
  });

  it("tell days as short as they can be told", () => {
    expect(plain(formatDays("2026-03-02", "2026-03-08"))).toMatch(/^2.8 mars 2026$/);
    expect(plain(formatDays("2026-03-30", "2026-04-05"))).toMatch(/^30 mars.{1,3}5 avril 2026$/);
  });

  it("name periods", () => {
    expect(plain(formatPeriod("2026-03-02", "2026-06-05"))).toBe("du 2 mars 2026 au 5 juin 2026");
    expect(plain(formatPeriod("2026-05-01", "2026-05-01"))).toBe("le 1er mai 2026");
  });
});
