// The sheets of a session as a page counts and groups them.
import type { RecordSheet } from "@/api/types";
import { addDays, type Day, dayOf } from "@/lib/days";
import type { Week } from "./weeks";

/** Those that should be closed and are not: over, held, still open. */
export const unclosed = (sheets: readonly RecordSheet[], now: Day): RecordSheet[] =>
  sheets.filter(
    ({ state, cancelled_at: cancelled, ends_at: end }) =>
      state === "open" && !cancelled && dayOf(end) < now,
  );

/** The week that is looked at first: this one, else the last one that has begun, else the first. */
export function weekAtHand(weeks: readonly Week<unknown>[], now: Day): Day | undefined {
  const current = weeks.find(({ monday }) => monday <= now && now <= addDays(monday, 6));
  const begun = weeks.filter(({ monday }) => monday <= now);
  return (current ?? begun.at(-1) ?? weeks[0])?.monday;
}

export const countIn = (sheets: readonly RecordSheet[]) => {
  const held = sheets.filter(({ cancelled_at: cancelled }) => !cancelled);
  return { held: held.length, closed: held.filter(({ state }) => state !== "open").length };
};
