import { describe, expect, it } from "vitest";
import type { MyAttendance, MyHalfDay, MySlot } from "@/api/types";
import {
  contestsOf,
  hasBegun,
  lateness,
  mayContest,
  maySign,
  shownNow,
  signsLeaving,
  toSign,
  withSlot,
} from "./own";
import { rectificationsIn } from "./rectifications";

const half = (change: Partial<MyHalfDay> = {}, open = true): MyHalfDay => ({
  half_day: {
    part: "am",
    date: "2026-03-03",
    starts_at: "2026-03-03T08:00:00Z",
    ends_at: "2026-03-03T11:30:00Z",
    minutes: 210,
    signing_opens_at: "2026-03-03T08:00:00Z",
    signing_closes_at: "2026-03-03T12:00:00Z",
    is_signing_open: open,
    late_from: "2026-03-03T08:11:00Z",
    late_until: "2026-03-03T11:00:00Z",
  },
  mark: null,
  signature: null,
  contest_until: null,
  ...change,
});

const marked = (status: NonNullable<MyHalfDay["mark"]>["status"]): MyHalfDay["mark"] => ({
  number: 1,
  status,
  minutes_late: 0,
  justified: false,
  method: "trainer",
  by: "Ada Martin",
  at: "2026-03-03T08:05:00Z",
  is_rectified: false,
});

const slot = (change: Partial<MySlot> = {}): MySlot => ({
  slot_id: "s",
  label: "Théorie",
  starts_at: "2026-03-03T08:00:00Z",
  ends_at: "2026-03-03T11:30:00Z",
  place: "",
  cancelled_at: null,
  state: "open",
  taught: "",
  asks_entry_exit: false,
  half_days: [half()],
  contests: [],
  ...change,
});

const session = (...slots: MySlot[]) => ({ slots }) as MyAttendance;

describe("signing", () => {
  it("is for whoever is not noted as away, within the window, once", () => {
    expect(maySign(half())).toBe(true);
    expect(maySign(half({}, false))).toBe(false);
    expect(maySign(half({ mark: marked("late") }))).toBe(true);
    expect(maySign(half({ mark: marked("absent") }))).toBe(false);
    expect(maySign(half({ mark: marked("excused") }))).toBe(false);
    const signature = { part: "am", method: "drawn", signed_at: "2026-03-03T08:10:00Z" } as const;
    expect(maySign(half({ signature }))).toBe(false);
  });

  it("leaves out what was cancelled", () => {
    const cancelled = slot({ cancelled_at: "2026-03-02T08:00:00Z" });
    expect(toSign([session(slot(), cancelled)])).toHaveLength(1);
  });
});

describe("coming late", () => {
  const at = (time: string) => Date.parse(`2026-03-03T${time}Z`);

  it("is told in minutes, from the eleventh on, and never as more than the half-day", () => {
    expect(lateness(half(), at("08:10:59"))).toBeNull();
    expect(lateness(half(), at("08:11:00"))).toBe(11);
    expect(lateness(half(), at("08:14:30"))).toBe(14);
    const both = { ...half().half_day, minutes: 60 };
    expect(lateness(half({ half_day: both }), at("10:00:00"))).toBe(60);
  });

  it("is nothing where the roll has spoken, or in a very short half-day", () => {
    expect(lateness(half({ mark: marked("present") }), at("09:00:00"))).toBeNull();
    expect(lateness(half({ mark: marked("unmarked") }), at("09:00:00"))).toBe(60);
    const short = half({ half_day: { ...half().half_day, late_from: null, late_until: null } });
    expect([lateness(short, at("09:00:00")), signsLeaving(short, at("09:00:00"))]).toEqual([
      null,
      false,
    ]);
  });

  it("ends where many sign as they leave", () => {
    const told = (time: string) => [lateness(half(), at(time)), signsLeaving(half(), at(time))];
    expect(told("08:05:00")).toEqual([null, false]);
    expect(told("10:59:59")).toEqual([179, false]);
    expect(told("11:00:00")).toEqual([null, true]);
    expect(told("11:55:00")).toEqual([null, true]);
    expect(signsLeaving(half({ mark: marked("late") }), at("11:55:00"))).toBe(false);
  });

  it("is about the half-day whose code is shown now", () => {
    const afternoon = half({ half_day: { ...half().half_day, part: "pm" } });
    expect(shownNow(slot({ half_days: [half(), afternoon] }))?.half_day.part).toBe("pm");
    const ahead = half({ half_day: { ...half().half_day, part: "pm", is_signing_open: false } });
    expect(shownNow(slot({ half_days: [half(), ahead] }))?.half_day.part).toBe("am");
    expect(shownNow(slot({ half_days: [half({}, false)] }))).toBeUndefined();
  });
});

it("puts a slot in the place of the one that was shown, and touches no other", () => {
  const other = slot({ slot_id: "other" });
  const page = { items: [session(slot(), other)], next_cursor: "x" };
  const signed = slot({ taught: "Amorçage" });
  expect(withSlot(page, signed)).toEqual({ items: [session(signed, other)], next_cursor: "x" });
});

describe("contesting", () => {
  const sealed = half({ mark: marked("absent"), contest_until: "2026-03-10T12:00:00Z" });
  const contest = (decision: string | null, part: "am" | "pm" = "am") => ({
    id: "c",
    slot_id: "s",
    part,
    enrolment_id: "e",
    text: "J’étais là.",
    contested_at: "2026-03-04T08:00:00Z",
    decision,
  });

  it("is for a sealed mark, while none waits for its decision", () => {
    expect(mayContest(slot(), half({ mark: marked("absent") }))).toBe(false);
    expect(mayContest(slot(), sealed)).toBe(true);
    expect(mayContest(slot({ contests: [contest(null)] }), sealed)).toBe(false);
    expect(mayContest(slot({ contests: [contest("rejected")] }), sealed)).toBe(true);
    expect(mayContest(slot({ contests: [contest(null, "pm")] }), sealed)).toBe(true);
  });

  it("stands at its half-day", () => {
    const both = slot({ contests: [contest(null), contest(null, "pm")] });
    expect(contestsOf(both, sealed)).toHaveLength(1);
  });
});

it("tells what has begun from what is ahead", () => {
  expect(hasBegun(slot(), "2026-03-03")).toBe(true);
  expect(hasBegun(slot(), "2026-03-02")).toBe(false);
  expect(hasBegun(slot({ half_days: [half({ mark: marked("excused") })] }), "2026-03-02")).toBe(
    true,
  );
});

describe("rectifications", () => {
  const mark = (status: string, late = 0) => ({ status, minutes_late: late, justified: false });
  const link = (number: number, kind: string, rows: unknown[]) => ({
    number,
    kind,
    at: "2026-03-05T09:00:00Z",
    content: { head: { slot_id: "s" }, rows },
  });
  const row = (enrolment: string) => ({
    salt: "00",
    row: {
      enrolment_id: enrolment,
      part: "am",
      before: mark("late", 20),
      after: mark("present"),
      reason: "Vu avec la formatrice",
      by: "Ada Martin",
    },
  });

  it("are read from the chain, one’s own only", () => {
    const links = [
      link(1, "closing", [row("mine")]),
      link(2, "rectification", [{ sha256: "ab" }, row("mine"), row("other")]),
      { number: 3, kind: "rectification", at: "2026-03-05T10:00:00Z" },
    ];
    expect(rectificationsIn({ document: { chain: { links } } }, "mine")).toEqual([
      {
        number: 2,
        at: "2026-03-05T09:00:00Z",
        slot: "s",
        part: "am",
        before: { status: "late", minutesLate: 20, justified: false },
        after: { status: "present", minutesLate: 0, justified: false },
        reason: "Vu avec la formatrice",
        by: "Ada Martin",
      },
    ]);
  });

  it("are none in what is no sheet", () => {
    for (const odd of [null, "", 3, {}, { document: { chain: { links: "x" } } }]) {
      expect(rectificationsIn(odd, "mine")).toEqual([]);
    }
  });
});
