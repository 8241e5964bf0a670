import { describe, expect, it } from "vitest";
import type { AskedQuestion, GivenAnswer } from "@/api/types";
import {
  batchOf,
  changed,
  EMPTY_SHEET,
  keptOf,
  merged,
  progressOf,
  settled,
  waitingOf,
} from "./answers";

const text = (words: string): GivenAnswer => ({ kind: "short_text", text: words });

const asked = (id: string, sequence = 0, answer: GivenAnswer | null = null): AskedQuestion => ({
  question_id: id,
  position: 0,
  section: 0,
  kind: "short_text",
  statement: [],
  points: 1,
  choices: [],
  answer_files: [],
  answer,
  sequence,
  is_flagged: false,
});

const kept = (...answers: { question_id: string; sequence: number; is_saved: boolean }[]) => ({
  answers,
  deadline: "2026-03-02T09:00:00Z",
  now: "2026-03-02T08:00:00Z",
  seconds_left: 3600,
});

describe("an answer on its way", () => {
  it("counts on from what the server keeps", () => {
    const { sheet } = merged(EMPTY_SHEET, [asked("a", 4, text("un"))]);
    const typed = changed(changed(sheet, "a", { answer: text("de") }), "a", {
      answer: text("deux"),
    });
    expect(batchOf(typed)).toEqual([
      { question_id: "a", sequence: 6, answer: text("deux"), is_flagged: false },
    ]);
  });

  it("waits no longer once it has arrived, unless it was changed again", () => {
    const typed = changed(changed(EMPTY_SHEET, "a", { answer: text("un") }), "b", {
      flagged: true,
    });
    const sent = batchOf(typed);
    const again = changed(typed, "a", { answer: text("une") });
    const answer = kept(
      { question_id: "a", sequence: 1, is_saved: true },
      { question_id: "b", sequence: 1, is_saved: true },
    );
    const after = settled(again, sent, answer);
    expect(after.sheet.unsent).toEqual(["a"]);
    expect(after.doubtful).toBe(false);
    expect(batchOf(after.sheet)[0]?.answer).toEqual(text("une"));
  });

  it("is doubted when the server keeps another write", () => {
    const typed = changed(EMPTY_SHEET, "a", { answer: text("ici") });
    const after = settled(
      typed,
      batchOf(typed),
      kept({ question_id: "a", sequence: 3, is_saved: false }),
    );
    expect(after.doubtful).toBe(true);
    const { sheet, replaced } = merged(after.sheet, [asked("a", 3, text("ailleurs"))]);
    expect(replaced).toEqual(["a"]);
    expect(sheet.entries.a?.answer).toEqual(text("ailleurs"));
    expect(sheet.unsent).toEqual([]);
  });

  it("that was sent twice is no difference", () => {
    const typed = changed(EMPTY_SHEET, "a", { answer: text("un") });
    const after = settled(
      typed,
      batchOf(typed),
      kept({ question_id: "a", sequence: 1, is_saved: false }),
    );
    expect(merged(after.sheet, [asked("a", 1, text("un"))]).replaced).toEqual([]);
  });
});

describe("an attempt that is taken up again", () => {
  it("sends what waited on this device, and takes what is newer elsewhere", () => {
    const waited = changed(changed(EMPTY_SHEET, "a", { answer: text("un") }), "b", {
      answer: text("vieux"),
    });
    const restored = keptOf(JSON.parse(JSON.stringify(waitingOf(waited))));
    const { sheet, replaced } = merged(restored, [asked("a"), asked("b", 5, text("neuf"))]);
    expect(sheet.unsent).toEqual(["a"]);
    expect(sheet.entries.b?.answer).toEqual(text("neuf"));
    expect(replaced).toEqual(["b"]);
  });

  it("reads nothing that has another form", () => {
    for (const value of [null, 3, "x", {}, { entries: null, unsent: [] }, { entries: {} }]) {
      expect(keptOf(value)).toEqual(EMPTY_SHEET);
    }
  });
});

describe("what is left to answer", () => {
  it("counts blanks and empty choices as open", () => {
    const questions = ["a", "b", "c", "d"].map((id) => asked(id));
    let sheet = changed(EMPTY_SHEET, "a", { answer: text(" ") });
    sheet = changed(sheet, "b", { answer: { kind: "multiple", choice_ids: [] } });
    sheet = changed(sheet, "c", { answer: { kind: "true_false", is_true: false }, flagged: true });
    expect(progressOf(sheet, questions)).toEqual({ answered: 1, open: [0, 1, 3], flagged: [2] });
  });
});
