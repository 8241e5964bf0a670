// What is said of one person in one half-day, and how it is counted.
import type {
  AbsenceReason,
  AttendanceCell,
  AttendanceMark,
  AttendanceRow,
  AttendanceSheet,
  HalfDayPart,
  MarkStatus,
} from "@/api/types";

export interface Said {
  status: MarkStatus;
  minutes_late: number | null;
  justified: boolean;
  reason: AbsenceReason | null;
  note: string | null;
  entered_at: string | null;
  left_at: string | null;
}

/** The statuses a roll is called with, in the order of their buttons. */
export const CALLED = ["present", "late", "absent", "excused"] as const;
export type Called = (typeof CALLED)[number];

/** The letter of each status. */
export const LETTERS: Record<string, MarkStatus> = {
  p: "present",
  r: "late",
  a: "absent",
  d: "excused",
  n: "unmarked",
};

export const REASONS: AbsenceReason[] = [
  "health",
  "family",
  "summons",
  "employer",
  "employment",
  "transport",
  "exclusion",
  "exemption",
  "other",
];

export const plain = (status: MarkStatus): Said => ({
  status,
  minutes_late: null,
  justified: false,
  reason: null,
  note: null,
  entered_at: null,
  left_at: null,
});

export const UNMARKED: Said = plain("unmarked");

export const saidOf = (mark: AttendanceMark | null | undefined): Said =>
  mark
    ? {
        status: mark.status,
        minutes_late: mark.status === "late" ? mark.minutes_late : null,
        justified: mark.justified,
        reason: mark.reason ?? null,
        note: mark.note ?? null,
        entered_at: mark.entered_at ?? null,
        left_at: mark.left_at ?? null,
      }
    : UNMARKED;

export const wasThere = (status: MarkStatus): boolean => status === "present" || status === "late";

/** What may go with a status: the server refuses the rest, so that it is left out when the status changes. */
export function fitting(said: Said): Said {
  const { status } = said;
  const misses = status === "late" || status === "absent";
  const there = wasThere(status);
  return {
    status,
    minutes_late: status === "late" ? said.minutes_late : null,
    justified: misses && said.justified,
    reason: misses || status === "excused" ? said.reason : null,
    note: status === "unmarked" ? null : said.note?.trim() || null,
    entered_at: there ? said.entered_at : null,
    left_at: there ? said.left_at : null,
  };
}

export const same = (one: Said, other: Said): boolean =>
  (Object.keys(UNMARKED) as (keyof Said)[]).every((key) => one[key] === other[key]);

/** How late somebody is who comes in now: from one minute to the length of the half-day; five when the day is over. */
export function latenessAt(now: number, half: { starts_at: string; minutes: number }): number {
  const passed = Math.floor((now - Date.parse(half.starts_at)) / 60_000);
  return passed >= 1 && passed <= half.minutes ? passed : Math.min(5, half.minutes);
}

export const cellKey = (part: HalfDayPart, enrolment: string): string => `${part}:${enrolment}`;

export const cellOf = (row: AttendanceRow, part: HalfDayPart): AttendanceCell | undefined =>
  row.half_days.find((cell) => cell.part === part);

/** How long before a half-day people may be said to be there. */
const EARLY_MS = 30 * 60_000;

export const opensAt = (half: { starts_at: string }): number =>
  Date.parse(half.starts_at) - EARLY_MS;

export type Counts = Record<MarkStatus, number>;

export function countOf(statuses: Iterable<MarkStatus>): Counts {
  const counts: Counts = { unmarked: 0, present: 0, late: 0, absent: 0, excused: 0 };
  for (const status of statuses) counts[status] += 1;
  return counts;
}

/** What still keeps a sheet from being closed, by half-day. */
export interface Missing {
  part: HalfDayPart;
  unmarked: AttendanceRow[];
  trainer: boolean;
}

export function missingOn(sheet: AttendanceSheet): Missing[] {
  return sheet.half_days
    .map(({ part }) => ({
      part,
      unmarked: sheet.rows.filter(
        (row) => row.is_expected && (cellOf(row, part)?.mark?.status ?? "unmarked") === "unmarked",
      ),
      trainer:
        !sheet.paper &&
        !sheet.trainers.some(({ signatures }) => signatures.some((one) => one.part === part)),
    }))
    .filter(({ unmarked, trainer }) => unmarked.length > 0 || trainer);
}

/** The half-day under way, or the one that comes next; the last once all are over. */
export function currentPart(sheet: Pick<AttendanceSheet, "half_days">, now: number): HalfDayPart {
  const { half_days: halves } = sheet;
  const found = halves.find(({ ends_at }) => now < Date.parse(ends_at)) ?? halves.at(-1);
  return found?.part ?? "am";
}

/** Another status: hours and remarks stay where they fit, a reason does not, for it was another's. */
export const changed = (said: Said, status: MarkStatus, minutes: number | null = null): Said =>
  fitting({ ...said, status, minutes_late: minutes, justified: false, reason: null });
