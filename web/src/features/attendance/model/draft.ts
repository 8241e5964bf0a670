// A mark as somebody writes it in a form, and what is wrong with it before it is sent.
import type { AbsenceReason, AttendanceHalfDay, MarkStatus } from "@/api/types";
import { dayOf, instantOf, timeOf } from "@/lib/days";
import { fitting, type Said, wasThere } from "./marks";

export interface Draft {
  status: MarkStatus;
  minutes: string;
  justified: boolean;
  reason: AbsenceReason | "";
  note: string;
  entered: string;
  left: string;
}

export type DraftFault = "minutes" | "order" | "entry";
export const LONGEST_NOTE = 500;

export const draftOf = (said: Said): Draft => ({
  status: said.status,
  minutes: said.minutes_late === null ? "" : String(said.minutes_late),
  justified: said.justified,
  reason: said.reason ?? "",
  note: said.note ?? "",
  entered: said.entered_at ? timeOf(said.entered_at) : "",
  left: said.left_at ? timeOf(said.left_at) : "",
});

/** Whole minutes within the half-day; null for anything else. */
export function minutesOf(text: string, most: number): number | null {
  if (!/^\s*\d{1,4}\s*$/.test(text)) return null;
  const minutes = Number(text);
  return minutes >= 1 && minutes <= most ? minutes : null;
}

export function faultOf(draft: Draft, half: Pick<AttendanceHalfDay, "minutes">): DraftFault | null {
  if (draft.status === "late" && minutesOf(draft.minutes, half.minutes) === null) return "minutes";
  if (!wasThere(draft.status)) return null;
  if (draft.left !== "" && draft.entered === "") return "entry";
  return draft.left !== "" && draft.left < draft.entered ? "order" : null;
}

/** What it says; hours are those of the half-day's own day, in Paris. */
export function saidIn(draft: Draft, half: Pick<AttendanceHalfDay, "minutes" | "starts_at">): Said {
  const day = dayOf(half.starts_at);
  return fitting({
    status: draft.status,
    minutes_late: minutesOf(draft.minutes, half.minutes),
    justified: draft.justified,
    reason: draft.reason || null,
    note: draft.note,
    entered_at: draft.entered ? instantOf(day, draft.entered) : null,
    left_at: draft.left ? instantOf(day, draft.left) : null,
  });
}
