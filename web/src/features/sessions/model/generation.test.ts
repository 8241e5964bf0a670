import { describe, expect, it } from "vitest";
import type { GeneratedSlots } from "@/api/types";
import { faultsOf, generationBody, outcomeOf, ruleFaults, ruleOf } from "./generation";

const WORDS = {
  required: "requis",
  weekdays: "jours",
  order: "ordre",
  course: "module",
  count: "nombre",
};
const SESSION = { starts_on: "2026-03-02", ends_on: "2026-06-05" };
const rule = { ...ruleOf(SESSION), title: "Soudage" };

describe("a rule", () => {
  it("begins with the working week, over the days of the session", () => {
    expect(generationBody(rule, true)).toEqual({
      dry_run: true,
      kind: "course",
      session_course_id: null,
      title: "Soudage",
      from: "2026-03-02",
      weekdays: [1, 2, 3, 4, 5],
      every_weeks: 1,
      until: "2026-06-05",
      count: null,
      hours: [
        { start_time: "09:00", end_time: "12:30" },
        { start_time: "13:30", end_time: "17:00" },
      ],
      skip_holidays: true,
      closures: [],
      place: "",
      override_reason: null,
    });
    expect(ruleFaults(rule, WORDS)).toEqual({});
  });

  it("ends on a day or after a number of days, never both", () => {
    const counted = generationBody(
      { ...rule, ends: "count", count: "12", weekdays: [5, 1] },
      false,
    );
    expect([counted.until, counted.count, counted.weekdays]).toEqual([null, 12, [1, 5]]);
    const closed = generationBody({ ...rule, closures: [{ from: "2026-04-20", to: "" }] }, true);
    expect(closed.closures).toEqual([{ from: "2026-04-20", to: "2026-04-20" }]);
  });

  it("tells every fault at its field", () => {
    const wrong = {
      ...rule,
      title: " ",
      weekdays: [],
      ends: "count" as const,
      count: "beaucoup",
      hours: [{ start_time: "14:00", end_time: "12:00" }],
      closures: [{ from: "2026-04-20", to: "2026-04-10" }],
    };
    expect(ruleFaults(wrong, WORDS)).toEqual({
      session_course_id: "module",
      weekdays: "jours",
      count: "nombre",
      "hours.0.end_time": "ordre",
      "closures.0.to": "ordre",
    });
    expect(ruleFaults({ ...rule, until: "" }, WORDS)).toEqual({ until: "requis" });
  });

  it("puts what the server found at its field, the first message first", () => {
    const at = (pointer: string, message: string) => ({ pointer, code: "x", message });
    expect(
      faultsOf([
        at("/hours/1/end_time", "un"),
        at("/hours/1/end_time", "deux"),
        at("/until", "trop"),
      ]),
    ).toEqual({ "hours.1.end_time": "un", until: "trop" });
  });
});

describe("an outcome", () => {
  it("counts what stands in the way", () => {
    const slot = (exists: boolean, conflicts: number) => ({
      id: null,
      starts_at: "2026-03-02T08:00:00Z",
      ends_at: "2026-03-02T11:30:00Z",
      exists,
      conflicts: Array.from({ length: conflicts }, () => ({})),
    });
    const given = {
      dry_run: true,
      left_out: [],
      slots: [slot(true, 0), slot(false, 2), slot(false, 0)],
    };
    expect(outcomeOf(given as unknown as GeneratedSlots)).toEqual({
      total: 3,
      existing: 1,
      conflicting: 1,
      minutes: 630,
    });
  });
});
