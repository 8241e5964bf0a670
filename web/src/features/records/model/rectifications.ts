// What was rectified, read from the signed sheet: each link of the chain that is one, with its moment.
import type { MarkStatus, Part } from "./marks";

export interface SealedMark {
  status: MarkStatus;
  minutesLate: number;
  justified: boolean;
}

export interface Rectification {
  /** Its place in the chain of the session. */
  number: number;
  at: string;
  slot: string;
  part: Part;
  before: SealedMark;
  after: SealedMark;
  reason: string;
  by: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const inside = (value: unknown, ...names: string[]): unknown =>
  names.reduce((at: unknown, name) => (isRecord(at) ? at[name] : undefined), value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

const markOf = (value: unknown): SealedMark => ({
  status: text(inside(value, "status")) as MarkStatus,
  minutesLate: Number(inside(value, "minutes_late") ?? 0),
  justified: inside(value, "justified") === true,
});

/** The rectifications of somebody's marks in an exported sheet, the oldest first; rows of others are hidden there. */
export function rectificationsIn(sheet: unknown, enrolment: string): Rectification[] {
  return listOf(inside(sheet, "document", "chain", "links"))
    .filter((link) => inside(link, "kind") === "rectification")
    .flatMap((link) =>
      listOf(inside(link, "content", "rows"))
        .map((row) => inside(row, "row"))
        .filter((row) => inside(row, "enrolment_id") === enrolment)
        .map((row) => ({
          number: Number(inside(link, "number") ?? 0),
          at: text(inside(link, "at")),
          slot: text(inside(link, "content", "head", "slot_id")),
          part: text(inside(row, "part")) as Part,
          before: markOf(inside(row, "before")),
          after: markOf(inside(row, "after")),
          reason: text(inside(row, "reason")),
          by: text(inside(row, "by")),
        })),
    );
}
