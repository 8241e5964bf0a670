import { describe, expect, it } from "vitest";
import {
  begun,
  bodyOf,
  type CellDraft,
  type Column,
  cellsOf,
  fromProposal,
  keyOf,
  missingIn,
  proposedIn,
  without,
} from "./drafts";
import { CUTTING, cell, entry, gridOf, proposal, WELDING } from "./sample";

const LATE = "2026-03-04T08:00:00Z";
const LATER = "2026-03-05T08:00:00Z";
const EARLY = "2026-03-01T08:00:00Z";

const column = WELDING as Column;
const draft = (what: Partial<CellDraft> = {}): CellDraft => ({
  ...begun("zoe", column, undefined),
  level: "common:3",
  ...what,
});

const attempts = (grid: ReturnType<typeof gridOf>, drafts = {}) =>
  proposedIn(grid, drafts).map((one) => one.proposal.attempt_id);

describe("proposedIn", () => {
  const open = cell({ current: null, proposals: [proposal("a1", 3, EARLY)] });

  it("names what nobody has decided yet, the newest result of each cell", () => {
    const two = [proposal("a1", 2, LATE), proposal("a2", 3, LATER)];
    expect(attempts(gridOf([cell({ proposals: two })]))).toEqual(["a2"]);
    expect(attempts(gridOf([open]))).toEqual(["a1"]);
  });

  it("leaves out what came before the entry that holds", () => {
    expect(attempts(gridOf([cell({ proposals: [proposal("a1", 3, EARLY)] })]))).toEqual([]);
  });

  it("leaves out what waits, what is in hand, and oneself", () => {
    expect(attempts(gridOf([{ ...open, is_waiting: true }]))).toEqual([]);
    expect(attempts(gridOf([open]), { [keyOf("zoe", "101")]: draft() })).toEqual([]);
    expect(attempts(gridOf([{ ...open, person_id: "me" }]))).toEqual([]);
  });

  it("becomes a draft on the scale of its column, with the result as evidence", () => {
    const onGrid = { ...open, code: "102", version: 4, proposals: [proposal("a1", 2, LATE)] };
    const [found] = proposedIn(gridOf([onGrid]), {});
    expect(found?.column.label).toBe(CUTTING.label);
    expect(found && bodyOf(fromProposal(found))).toEqual({
      person_id: "zoe",
      skill: "102",
      version: 4,
      level: { grid_id: "g1", step: 2, common_level: null, not_acquired: false },
      comment: null,
      expires_on: null,
      reason: null,
      evidence: [{ title: "Sécurité", attempt_id: "a1" }],
    });
  });
});

describe("a draft", () => {
  it("starts from the version that was seen, 0 where there was nothing", () => {
    expect(begun("zoe", column, cell({ version: 7 })).version).toBe(7);
    expect(begun("zoe", column, undefined).version).toBe(0);
    expect(cellsOf(gridOf([cell()])).get(keyOf("zoe", "101"))?.current).toEqual(entry());
  });

  it("is sent without what was left empty", () => {
    const body = bodyOf(draft({ comment: "  ", reason: " Erreur. ", expires_on: "2027-01-01" }));
    expect(body).toMatchObject({ comment: null, reason: "Erreur.", expires_on: "2027-01-01" });
  });

  it("tells what is missing, field by field", () => {
    const note = { kind: "note", id: "n", title: "", note: " ", attempt: "", file: null } as const;
    const file = { ...note, kind: "file", id: "f", title: "Plan" } as const;
    expect(missingIn(draft(), false)).toEqual([]);
    expect(missingIn(draft({ level: "", evidence: [note, file] }), true)).toEqual([
      "level",
      "reason",
      "evidence.0.title",
      "evidence.0.note",
      "evidence.1.file_id",
    ]);
  });

  it("goes alone", () => {
    expect(Object.keys(without({ one: draft(), two: draft() }, ["one"]))).toEqual(["two"]);
  });
});
