import { describe, expect, it } from "vitest";
import {
  changed,
  countOf,
  currentPart,
  fitting,
  latenessAt,
  missingOn,
  opensAt,
  plain,
  saidOf,
  same,
  UNMARKED,
} from "./marks";
import { mark, row, sheetOf } from "./sample";

const MORNING = { starts_at: "2026-03-04T08:00:00Z", minutes: 240 };
const at = (time: string) => Date.parse(`2026-03-04T${time}:00Z`);

describe("a mark", () => {
  it("that nobody made is its own state, neither present nor absent", () => {
    expect(saidOf(null)).toEqual(UNMARKED);
    expect(countOf(["present", "unmarked", "absent", "unmarked"])).toEqual({
      unmarked: 2,
      present: 1,
      late: 0,
      absent: 1,
      excused: 0,
    });
  });

  it("has minutes only when late", () => {
    expect(saidOf(mark({ minutes_late: 0 })).minutes_late).toBeNull();
    expect(saidOf(mark({ status: "late", minutes_late: 12 })).minutes_late).toBe(12);
  });

  it("leaves out what does not go with its status", () => {
    const full = {
      status: "present" as const,
      minutes_late: 5,
      justified: true,
      reason: "health" as const,
      note: "  ",
      entered_at: "2026-03-04T08:10:00Z",
      left_at: null,
    };
    expect(fitting(full)).toEqual({ ...plain("present"), entered_at: full.entered_at });
    expect(fitting({ ...full, status: "absent" })).toEqual({
      ...plain("absent"),
      justified: true,
      reason: "health",
    });
    expect(fitting({ ...full, status: "excused" })).toEqual({
      ...plain("excused"),
      reason: "health",
    });
    expect(fitting({ ...full, note: " vu ", status: "unmarked" })).toEqual(UNMARKED);
  });

  it("keeps hours when it changes, and not the reason of another status", () => {
    const there = { ...plain("present"), entered_at: "2026-03-04T08:10:00Z", note: "badge" };
    expect(changed(there, "late", 10)).toEqual({
      ...there,
      status: "late",
      minutes_late: 10,
    });
    const missed = { ...plain("absent"), justified: true, reason: "health" as const };
    expect(changed(missed, "late", 5)).toEqual({ ...plain("late"), minutes_late: 5 });
    expect(same(missed, { ...missed })).toBe(true);
    expect(same(missed, { ...missed, justified: false })).toBe(false);
  });
});

describe("a half-day", () => {
  it("proposes how late somebody is who comes in now", () => {
    expect(latenessAt(at("08:17"), MORNING)).toBe(17);
    expect(latenessAt(at("07:59"), MORNING)).toBe(5);
    expect(latenessAt(at("15:00"), MORNING)).toBe(5);
    expect(latenessAt(at("15:00"), { ...MORNING, minutes: 3 })).toBe(3);
  });

  it("is called from half an hour before", () => {
    expect(opensAt(MORNING)).toBe(at("07:30"));
  });

  it("under way is the one shown first", () => {
    const sheet = sheetOf([]);
    expect(currentPart(sheet, at("07:00"))).toBe("am");
    expect(currentPart(sheet, at("11:59"))).toBe("am");
    expect(currentPart(sheet, at("12:00"))).toBe("pm");
    expect(currentPart(sheet, at("20:00"))).toBe("pm");
  });
});

describe("what keeps a sheet open", () => {
  const cells = (am: ReturnType<typeof mark> | null, pm: ReturnType<typeof mark> | null) => [
    { part: "am" as const, mark: am, signature: null },
    { part: "pm" as const, mark: pm, signature: null },
  ];

  it("is everybody unmarked and each half-day the trainer did not sign", () => {
    const sheet = sheetOf([
      row("1", { half_days: cells(mark(), mark({ status: "unmarked" })) }),
      row("2", { half_days: cells(mark(), mark({ status: "absent" })) }),
      row("3", { is_expected: false }),
    ]);
    const [trainer] = sheet.trainers;
    trainer?.signatures.push({ part: "am", method: "drawn", signed_at: "2026-03-04T11:00:00Z" });
    expect(
      missingOn(sheet).map(({ part, unmarked, trainer: signs }) => [
        part,
        unmarked.map(({ enrolment_id: id }) => id),
        signs,
      ]),
    ).toEqual([["pm", ["1"], true]]);
  });

  it("is no signature where a paper sheet bears it", () => {
    const paper = {} as NonNullable<ReturnType<typeof sheetOf>["paper"]>;
    expect(missingOn(sheetOf([row("1", { half_days: cells(mark(), mark()) })], { paper }))).toEqual(
      [],
    );
  });
});
