// What somebody may do with their own half-days now, as the server decides it.
import type { MyAttendance, MyHalfDay, MySlot, RecordContest } from "@/api/types";
import { dayOf } from "@/lib/days";

/** Whoever is noted as away does not sign, and nobody signs twice. */
export const maySign = ({ half_day: unit, mark, signature }: MyHalfDay): boolean =>
  unit.is_signing_open && !signature && mark?.status !== "absent" && mark?.status !== "excused";

export const contestsOf = (slot: MySlot, half: MyHalfDay): RecordContest[] =>
  slot.contests.filter(({ part }) => part === half.half_day.part);

/** A sealed mark, within seven days, while no contest of it waits for its decision. */
export const mayContest = (slot: MySlot, half: MyHalfDay): boolean =>
  Boolean(half.contest_until) && contestsOf(slot, half).every(({ decision }) => decision);

export interface ToSign {
  session: MyAttendance;
  slot: MySlot;
  half: MyHalfDay;
}

/** The half-days that wait for a signature now. */
export const toSign = (sessions: readonly MyAttendance[]): ToSign[] =>
  sessions.flatMap((session) =>
    session.slots
      .filter((slot) => !slot.cancelled_at)
      .flatMap((slot) => slot.half_days.filter(maySign).map((half) => ({ session, slot, half }))),
  );

/** Whether something has happened in a slot, or could have: it has begun. */
export const hasBegun = (slot: MySlot, now: string): boolean =>
  dayOf(slot.starts_at) <= now || slot.half_days.some(({ mark }) => Boolean(mark));
