import { describe, expect, it } from "vitest";
import { type SheetSummary, toKeep } from "./sheets";

const sheet = (slot: string, start: string, what: Partial<SheetSummary> = {}): SheetSummary => ({
  slot_id: slot,
  label: slot,
  starts_at: start,
  ends_at: start,
  cancelled_at: null,
  state: "open",
  parts: ["am"],
  expected: 2,
  marked: 0,
  present: 0,
  signed: 0,
  trainer_signed: 0,
  ...what,
});

describe("the sheets that ask for something", () => {
  it("are the contested, the begun, and the next one", () => {
    const all = [
      sheet("sealed", "2026-03-02T08:00:00Z", { state: "closed" }),
      sheet("contested", "2026-03-02T13:00:00Z", { state: "contested" }),
      sheet("forgotten", "2026-03-03T08:00:00Z"),
      sheet("cancelled", "2026-03-03T13:00:00Z", { cancelled_at: "2026-03-01T08:00:00Z" }),
      sheet("soon", "2026-03-04T08:00:00Z"),
      sheet("next", "2026-03-04T13:00:00Z"),
      sheet("later", "2026-03-05T08:00:00Z"),
    ];
    const found = toKeep(all, Date.parse("2026-03-04T07:30:00Z"));
    expect(found.map(({ slot_id: id }) => id)).toEqual(["contested", "forgotten", "soon", "next"]);
  });
});
