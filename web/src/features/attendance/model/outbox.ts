// Marks on their way to the server. Each stays here until the server has said what became of it, whatever happens to the
// page or to the connection meanwhile.
import type { AttendanceMark, HalfDayPart, RollCallResult } from "@/api/types";
import { cellKey, fitting, type Said } from "./marks";

export type Method = "trainer" | "paper";

export interface Change {
  said: Said;
  /** A staged file that proves the reason. */
  proof: string | null;
  method: Method;
  /** The same row sent again is written once. */
  key: string;
  /** When it was said on this device, in milliseconds. */
  at: number;
}

export interface Waiting extends Change {
  enrolment: string;
  part: HalfDayPart;
  /** Number of the mark that was on screen; 0 for none. */
  seen: number;
  /** Whether it has left once: until its answer is known, what is said next waits behind it. */
  sent?: boolean;
  next?: Change;
  /** The mark it met: it is not sent again before somebody has chosen. */
  conflict?: { current: AttendanceMark | null };
  /** Why the server refused it. */
  refusal?: string;
}

/** By half-day and enrolment. */
export type Outbox = Readonly<Record<string, Waiting>>;

export const EMPTY: Outbox = {};

/** What is shown of a row that waits: the last thing said. */
export const lastSaid = (waiting: Waiting): Said => waiting.next?.said ?? waiting.said;

export const isStuck = ({ conflict, refusal }: Waiting): boolean =>
  conflict !== undefined || refusal !== undefined;

export const sendable = (outbox: Outbox): Waiting[] =>
  Object.values(outbox).filter((waiting) => !isStuck(waiting));

export const stuck = (outbox: Outbox): Waiting[] => Object.values(outbox).filter(isStuck);

export interface NewChange extends Change {
  enrolment: string;
  part: HalfDayPart;
  seen: number;
}

/** Something was said. What waited already keeps the number that was seen first: nothing is overwritten unseen. */
export function put(outbox: Outbox, change: NewChange): Outbox {
  const at = cellKey(change.part, change.enrolment);
  const before = outbox[at];
  const { enrolment, part, seen, ...said } = change;
  const kept: Change = { ...said, said: fitting(said.said) };
  if (!before) return { ...outbox, [at]: { ...kept, enrolment, part, seen } };
  if (before.sent && !isStuck(before)) return { ...outbox, [at]: { ...before, next: kept } };
  const { conflict } = before;
  const proof = kept.proof ?? before.proof;
  const again: Waiting = { ...kept, proof, enrolment, part, seen: before.seen };
  return { ...outbox, [at]: conflict ? { ...again, conflict } : again };
}

/** The rows that leave now. */
export function leaving(outbox: Outbox, rows: readonly Waiting[]): Outbox {
  const next: Record<string, Waiting> = { ...outbox };
  for (const row of rows) {
    const at = cellKey(row.part, row.enrolment);
    const found = next[at];
    if (found && found.key === row.key) next[at] = { ...found, sent: true };
  }
  return next;
}

const without = (outbox: Outbox, at: string): Outbox => {
  const { [at]: _, ...rest } = outbox;
  return rest;
};

/** What was said last, as a row of its own. */
const promoted = ({ next, ...row }: Waiting, seen: number): Waiting => {
  const { enrolment, part } = row;
  const { said, proof, method, key, at } = next ?? row;
  return { enrolment, part, seen, said, proof, method, key, at };
};

/** The same of a row that was not taken: its file is still to be used. */
const untaken = (row: Waiting): Waiting => {
  const last = promoted(row, row.seen);
  return { ...last, proof: last.proof ?? row.proof };
};

/** The server has answered: what stands goes, what does not stays with why. */
export function settled(
  outbox: Outbox,
  sent: readonly Waiting[],
  result: Pick<RollCallResult, "saved" | "conflicts" | "refused">,
): Outbox {
  const keys = new Map(sent.map((row) => [cellKey(row.part, row.enrolment), row.key]));
  const ofThisRow = (at: string): Waiting | undefined => {
    const found = next[at];
    return found && found.key === keys.get(at) ? found : undefined;
  };
  let next = outbox;
  for (const { part, enrolment_id: enrolment, number } of result.saved) {
    const at = cellKey(part, enrolment);
    const row = ofThisRow(at);
    if (!row) continue;
    next = row.next ? { ...next, [at]: promoted(row, number) } : without(next, at);
  }
  for (const { part, enrolment_id: enrolment, current } of result.conflicts) {
    const at = cellKey(part, enrolment);
    const row = ofThisRow(at);
    if (!row) continue;
    next = { ...next, [at]: { ...untaken(row), conflict: { current: current ?? null } } };
  }
  for (const { part, enrolment_id: enrolment, message } of result.refused) {
    const at = cellKey(part, enrolment);
    const row = ofThisRow(at);
    if (row) next = { ...next, [at]: { ...untaken(row), refusal: message } };
  }
  return next;
}

/** The server refused these as a whole, for good: each says why. */
export const refused = (outbox: Outbox, rows: readonly Waiting[], why: (row: Waiting) => string) =>
  settled(outbox, rows, {
    saved: [],
    conflicts: [],
    refused: rows.map((row, place) => ({
      row: place,
      enrolment_id: row.enrolment,
      part: row.part,
      code: "refused",
      message: why(row),
    })),
  });

/** Mine stands although the other was seen: it is sent again, over the mark that was shown. */
export function kept(outbox: Outbox, at: string, key: string): Outbox {
  const row = outbox[at];
  if (!row) return outbox;
  const seen = row.conflict?.current?.number ?? (row.conflict ? 0 : row.seen);
  return { ...outbox, [at]: { ...promoted(row, seen), key } };
}

/** It is given up. */
export const dropped = (outbox: Outbox, at: string): Outbox => without(outbox, at);
