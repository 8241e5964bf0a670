// What somebody may do with their own half-days now, as the server decides it.
import type { MyAttendance, MyHalfDay, MySlot, RecordContest } from "@/api/types";
import { dayOf } from "@/lib/days";

/** Whoever is noted as away does not sign, and nobody signs twice. */
export const maySign = ({ half_day: unit, mark, signature }: MyHalfDay): boolean =>
  unit.is_signing_open && !signature && mark?.status !== "absent" && mark?.status !== "excused";

const isUnsaid = ({ mark }: MyHalfDay): boolean => !mark || mark.status === "unmarked";

/**
 * How late whoever signs now will be noted; null where that is not late, or as good as over, or where something is said of
 * them already.
 */
export function lateness(half: MyHalfDay, now: number): number | null {
  const { half_day: unit } = half;
  if (!isUnsaid(half) || !unit.late_from || !unit.late_until) return null;
  if (now < Date.parse(unit.late_from) || now >= Date.parse(unit.late_until)) return null;
  return Math.min(Math.floor((now - Date.parse(unit.starts_at)) / 60_000), unit.minutes);
}

/** Whether whoever signs now, near the end or after it, is present whenever they came, and nothing is said of them yet. */
export const signsLeaving = (half: MyHalfDay, now: number): boolean =>
  isUnsaid(half) &&
  Boolean(half.half_day.late_until && now >= Date.parse(half.half_day.late_until));

/** The half-day that a code shown now is for: of those one may sign, the one that began last. */
export const shownNow = (slot: MySlot): MyHalfDay | undefined =>
  slot.half_days.findLast(({ half_day: unit }) => unit.is_signing_open);

/** The page with the slot as it is now in the place of the one that was shown. */
export const withSlot = <P extends { items: MyAttendance[] }>(page: P, slot: MySlot): P => ({
  ...page,
  items: page.items.map((session) => ({
    ...session,
    slots: session.slots.map((one) => (one.slot_id === slot.slot_id ? slot : one)),
  })),
});

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
