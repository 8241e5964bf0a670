import { describe, expect, it } from "vitest";
import type { QuizCandidate } from "@/api/types";
import { isReadable, minutesOf, nameOf, toPublish } from "./candidates";

const candidate = (more: Partial<QuizCandidate>): QuizCandidate => ({
  invitation_id: "i1",
  first_name: "Ada",
  last_name: "Lovelace",
  label: null,
  state: "graded",
  revision: 1,
  submitted_at: "2026-03-02T08:00:00Z",
  by_clock: false,
  seconds: 600,
  result: null,
  signals: null,
  ...more,
});

const HIDDEN = candidate({
  invitation_id: null,
  first_name: null,
  last_name: null,
  label: "Copie 3F9A12",
  state: "to_grade",
  submitted_at: null,
});

describe("somebody who answered", () => {
  it("has a name, or the label of a copy while names are hidden", () => {
    expect(nameOf(candidate({}))).toBe("Ada Lovelace");
    expect(nameOf(HIDDEN)).toBe("Copie 3F9A12");
    expect(nameOf({ ...HIDDEN, label: null, state: "started" })).toBeNull();
  });

  it("is read once handed in, and never while nameless", () => {
    expect(isReadable(candidate({}))).toBe(true);
    expect(isReadable(candidate({ submitted_at: null, state: "started" }))).toBe(false);
    expect(isReadable(HIDDEN)).toBe(false);
  });

  it("is told of their result when it was chosen, is graded, and was not told before", () => {
    const all = [
      candidate({}),
      candidate({ invitation_id: "i2", state: "published" }),
      candidate({ invitation_id: "i3" }),
      HIDDEN,
    ];
    expect(toPublish(all, ["i1", "i2"])).toEqual(["i1"]);
    expect(toPublish(all, [])).toEqual([]);
  });

  it("took whole minutes, one at least", () => {
    expect([3, 89, 90, 600].map(minutesOf)).toEqual([1, 1, 2, 10]);
  });
});
