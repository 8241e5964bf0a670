import { describe, expect, it } from "vitest";
import type { Slot } from "@/api/types";
import {
  byDay,
  hoursBody,
  hoursFault,
  hoursOf,
  partsOf,
  slotBody,
  subjectOf,
  valuesOf,
} from "./slots";

const at = (starts_at: string) => ({ starts_at });

describe("slots by day", () => {
  it("are in the order of time, on the days of Paris", () => {
    const days = byDay([
      at("2026-03-03T08:00:00Z"),
      at("2026-03-02T12:30:00Z"),
      at("2026-03-02T08:00:00Z"),
      at("2026-03-02T23:30:00Z"),
    ]);
    expect(days.map(({ day, items }) => [day, items.length])).toEqual([
      ["2026-03-02", 2],
      ["2026-03-03", 2],
    ]);
    expect(days[1]?.items[0]).toEqual(at("2026-03-02T23:30:00Z"));
  });
});

describe("the hours of a slot", () => {
  const night = { starts_at: "2026-05-01T20:00:00Z", ends_at: "2026-05-02T04:00:00Z" };

  it("are read and sent in Paris, past midnight too", () => {
    const hours = hoursOf(night);
    expect(hours).toEqual({
      date: "2026-05-01",
      start_time: "22:00",
      end_time: "06:00",
      overnight: true,
    });
    expect(hoursBody(hours).end_date).toBe("2026-05-02");
    expect(hoursFault(hours)).toBeNull();
  });

  it("end after they begin", () => {
    const hours = { date: "2026-05-04", start_time: "09:00", end_time: "09:00", overnight: false };
    expect(hoursFault(hours)).toBe("order");
    expect(hoursFault({ ...hours, end_time: "" })).toBe("required");
    expect(hoursFault({ ...hours, end_time: "09:01" })).toBeNull();
    expect(hoursBody(hours).end_date).toBeNull();
  });
});

describe("what a slot says", () => {
  it("names the course first, then what is done in it", () => {
    expect(subjectOf({ course_title: "Soudage", title: "" })).toEqual({
      name: "Soudage",
      more: "",
    });
    expect(subjectOf({ course_title: "Soudage", title: "TP" })).toEqual({
      name: "Soudage",
      more: "TP",
    });
    expect(subjectOf({ course_title: null, title: "Accueil" })).toEqual({
      name: "Accueil",
      more: "",
    });
  });

  it("counts the half-days of its own day", () => {
    const halves = [
      { date: "2026-05-01", part: "pm" as const },
      { date: "2026-05-02", part: "am" as const },
    ];
    expect(partsOf(halves, "2026-05-01")).toEqual(["pm"]);
  });

  it("is sent as it was read, but for what was typed", () => {
    const slot = {
      kind: "course",
      session_course_id: null,
      title: "Accueil",
      starts_at: "2026-03-02T08:00:00Z",
      ends_at: "2026-03-02T11:30:00Z",
      place: "",
      remote_url: null,
      trainers: [{ person_id: "p1", first_name: "A", last_name: "B" }],
      override_reason: null,
    } as unknown as Slot;
    const values = valuesOf(slot);
    expect(slotBody({ ...values, place: "  Salle 4 " }, false)).toEqual({
      kind: "course",
      session_course_id: null,
      title: "Accueil",
      date: "2026-03-02",
      start_time: "09:00",
      end_time: "12:30",
      end_date: null,
      place: "Salle 4",
      remote_url: null,
      trainers: null,
      override_reason: null,
    });
    expect(slotBody(values, true).trainers).toEqual(["p1"]);
  });
});
