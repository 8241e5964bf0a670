import { describe, expect, it } from "vitest";
import { type Draft, draftOf, faultOf, minutesOf, saidIn } from "./draft";
import { plain } from "./marks";

const HALF = { minutes: 210, starts_at: "2026-07-01T07:00:00Z" };
const draft = (what: Partial<Draft>): Draft => ({ ...draftOf(plain("present")), ...what });

describe("a mark in a form", () => {
  it("takes whole minutes within the half-day", () => {
    expect([" 12 ", "1", "210"].map((text) => minutesOf(text, 210))).toEqual([12, 1, 210]);
    expect(["", "0", "211", "-3", "1,5", "dix"].map((text) => minutesOf(text, 210))).toEqual(
      Array(6).fill(null),
    );
  });

  it("says what is wrong before it is sent", () => {
    expect(faultOf(draft({ status: "late", minutes: "0" }), HALF)).toBe("minutes");
    expect(faultOf(draft({ left: "12:00" }), HALF)).toBe("entry");
    expect(faultOf(draft({ entered: "12:00", left: "11:00" }), HALF)).toBe("order");
    expect(faultOf(draft({ entered: "09:00", left: "12:00" }), HALF)).toBeNull();
    expect(faultOf(draft({ status: "absent", left: "12:00" }), HALF)).toBeNull();
  });

  it("reads hours in Paris, on the day of the half-day, in summer too", () => {
    const said = saidIn(draft({ entered: "09:05", left: "12:30" }), HALF);
    expect(said).toMatchObject({
      entered_at: "2026-07-01T07:05:00Z",
      left_at: "2026-07-01T10:30:00Z",
    });
    expect(draftOf(said)).toMatchObject({ entered: "09:05", left: "12:30" });
  });

  it("comes back as it was written", () => {
    const late = { ...plain("late"), minutes_late: 15, justified: true, note: "train" };
    expect(saidIn(draftOf(late), HALF)).toEqual(late);
  });
});
