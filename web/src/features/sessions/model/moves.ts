// What may be done to a session and to a participant in each state, as the server decides it: what is not offered would be
// refused.
import type { EnrolmentMove, EnrolmentStatus, SessionStatus } from "@/api/types";

export type SessionMove = "plan" | "start" | "end" | "close" | "reopen" | "cancel" | "delete";

const MOVES: Record<SessionStatus, SessionMove[]> = {
  draft: ["plan", "cancel", "delete"],
  planned: ["start", "cancel"],
  running: ["end", "cancel"],
  ended: ["close"],
  closed: ["reopen"],
  cancelled: [],
};

/** The way on first, then the others. */
export const movesOf = (status: SessionStatus): SessionMove[] => MOVES[status];

/** Whether the session is written as one likes: its general part, courses, slots, participants. */
export const isWritable = (status: SessionStatus): boolean =>
  status === "draft" || status === "planned" || status === "running";

/** Whether what happened can still be put right: who trained, rectified times, who left when, resources. */
export const isCorrectable = (status: SessionStatus): boolean =>
  isWritable(status) || status === "ended";

export type EnrolmentStep = EnrolmentMove["step"];

const STEPS: Record<EnrolmentStatus, EnrolmentStep[]> = {
  waiting: ["cancel"],
  invited: ["enrol", "cancel"],
  enrolled: ["confirm", "abandon", "cancel"],
  confirmed: ["abandon", "cancel"],
  finished: ["abandon"],
  abandoned: ["resume"],
  cancelled: [],
};

/** Somebody who has attendance leaves; their participation is never called off. */
export const stepsOf = (status: EnrolmentStatus, hasAttendance: boolean): EnrolmentStep[] =>
  STEPS[status].filter((step) => step !== "cancel" || !hasAttendance);

/** Whether a seat is held. */
export const holdsSeat = (status: EnrolmentStatus): boolean =>
  status === "invited" || status === "enrolled" || status === "confirmed" || status === "finished";

const TAKES_PART: EnrolmentStatus[] = ["enrolled", "confirmed", "finished", "abandoned"];

/** Whether somebody has a convocation: who takes part, in a session that is announced and takes place. */
export const isCalled = (session: SessionStatus, status: EnrolmentStatus): boolean =>
  session !== "draft" && session !== "cancelled" && TAKES_PART.includes(status);
