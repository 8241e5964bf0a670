import { describe, expect, it } from "vitest";
import { plain } from "./marks";
import type { Waiting } from "./outbox";
import { rectifiedIn } from "./rectified";
import { mark, row, sheetOf } from "./sample";
import { withSaved } from "./sheet";

const waiting = (enrolment: string, what: Partial<Waiting> = {}): Waiting => ({
  enrolment,
  part: "am",
  seen: 0,
  said: { ...plain("late"), minutes_late: 12 },
  proof: null,
  method: "paper",
  key: "k",
  at: 0,
  ...what,
});
const BY = { name: "Ada Lovelace", at: "2026-03-04T08:10:00Z" };

describe("a sheet with what the server has just taken", () => {
  it("bears the new mark and number, and leaves other rows untouched", () => {
    const sheet = sheetOf([row("1"), row("2")]);
    const result = { version: 4, saved: [{ enrolment_id: "1", part: "am" as const, number: 1 }] };
    const after = withSaved(sheet, [waiting("1")], result, BY);
    expect(after.version).toBe(4);
    expect(after.rows[0]?.half_days[0]?.mark).toMatchObject({
      number: 1,
      status: "late",
      minutes_late: 12,
      method: "paper",
      by: "Ada Lovelace",
    });
    expect(after.rows[0]?.half_days[1]?.mark).toBeNull();
    expect(after.rows[1]).toBe(sheet.rows[1]);
  });

  it("keeps a newer mark, and a proof that was there", () => {
    const cell = { part: "am" as const, signature: null };
    const sheet = sheetOf([
      row("1", { half_days: [{ ...cell, mark: mark({ number: 7 }) }] }),
      row("2", { half_days: [{ ...cell, mark: mark({ proof_file_id: "f1" }) }] }),
    ]);
    const saved = [
      { enrolment_id: "1", part: "am" as const, number: 6 },
      { enrolment_id: "2", part: "am" as const, number: 2 },
    ];
    const after = withSaved(sheet, [waiting("1"), waiting("2")], { version: 2, saved }, BY);
    expect(after.version).toBe(3);
    expect(after.rows[0]?.half_days[0]?.mark?.number).toBe(7);
    expect(after.rows[1]?.half_days[0]?.mark?.proof_file_id).toBe("f1");
  });
});

describe("a rectification", () => {
  const seal = (rectification: unknown) => ({
    number: 2,
    kind: "rectification" as const,
    at: "2026-03-05T08:00:00Z",
    sha256: "ab",
    key_id: "k",
    rectification: rectification as Record<string, never>,
  });

  it("is read as before and after", () => {
    const found = rectifiedIn(
      seal({
        enrolment_id: "1",
        part: "pm",
        before: { status: "absent", minutes_late: 0, justified: true },
        after: { status: "late", minutes_late: 20, justified: false },
        reason: "Erreur de saisie",
        by: "Ada Lovelace",
      }),
    );
    expect(found).toMatchObject({
      enrolment: "1",
      part: "pm",
      before: { status: "absent", justified: true, minutes_late: null },
      after: { status: "late", minutes_late: 20 },
      reason: "Erreur de saisie",
    });
  });

  it("that is something else is left out", () => {
    expect(rectifiedIn(seal(null))).toBeNull();
    expect(rectifiedIn(seal({ text: "…" }))).toBeNull();
  });
});
