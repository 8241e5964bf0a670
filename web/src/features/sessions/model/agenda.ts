// The views of a calendar: which days each one shows, how one moves through them, where entries stand in a week.
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  firstOfMonth,
  minutesOf,
  mondayOf,
  timeOf,
  weeksOf,
} from "@/lib/days";

export type View = "month" | "week" | "list";
export const VIEWS: View[] = ["month", "week", "list"];

/** How many days the list shows. */
export const LIST_DAYS = 28;

/** The first and the last day that a view shows. */
export function rangeOf(view: View, day: Day): { from: Day; to: Day } {
  if (view === "list") return { from: day, to: addDays(day, LIST_DAYS - 1) };
  if (view === "week") return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
  const days = weeksOf(day).flat();
  return { from: days[0] ?? day, to: days.at(-1) ?? day };
}

/** The day that a view is about, one step on or back. */
export function step(view: View, day: Day, by: -1 | 1): Day {
  if (view === "month") return addMonths(firstOfMonth(day), by);
  return addDays(day, by * (view === "week" ? 7 : LIST_DAYS));
}

/** The day that a key leads to in a month; null when the key means nothing there. */
export function keyLeads(key: string, day: Day): Day | null {
  if (key === "ArrowLeft") return addDays(day, -1);
  if (key === "ArrowRight") return addDays(day, 1);
  if (key === "ArrowUp") return addDays(day, -7);
  if (key === "ArrowDown") return addDays(day, 7);
  if (key === "Home") return mondayOf(day);
  if (key === "End") return addDays(mondayOf(day), 6);
  if (key === "PageUp") return addMonths(day, -1);
  if (key === "PageDown") return addMonths(day, 1);
  return null;
}

interface Timed {
  starts_at: string;
  ends_at: string;
}

export interface Placed<T> {
  entry: T;
  /** Minutes since midnight in Paris, within the day. */
  start: number;
  end: number;
  /** Its column among those that overlap it, and how many there are. */
  column: number;
  columns: number;
}

const DAY_MINUTES = 24 * 60;
/** Shorter ones are drawn this long: their words need the room. */
const SHORTEST = 30;

/** Where the entries that begin on a day stand, side by side where they overlap. */
export function layOut<T extends Timed>(entries: readonly T[]): Placed<T>[] {
  const placed = entries
    .map((entry) => {
      const start = minutesOf(timeOf(entry.starts_at));
      const sameDay = dayOf(entry.starts_at) === dayOf(entry.ends_at);
      const end = sameDay ? minutesOf(timeOf(entry.ends_at)) : DAY_MINUTES;
      return {
        entry,
        start,
        end: Math.max(end, Math.min(start + SHORTEST, DAY_MINUTES)),
        column: 0,
        columns: 1,
      };
    })
    .sort((one, other) => one.start - other.start || other.end - one.end);
  let group: Placed<T>[] = [];
  let until = -1;
  const close = () => {
    const columns = Math.max(0, ...group.map(({ column }) => column + 1));
    for (const one of group) one.columns = columns;
    group = [];
  };
  for (const one of placed) {
    if (one.start >= until) close();
    const taken = group.filter(({ end }) => end > one.start).map(({ column }) => column);
    while (taken.includes(one.column)) one.column++;
    group.push(one);
    until = Math.max(until, one.end);
  }
  close();
  return placed;
}

/** The whole hours a week needs to be drawn: the usual day, and what lies beyond it. */
export function hoursShown(placed: readonly { start: number; end: number }[]): {
  from: number;
  to: number;
} {
  const from = Math.min(8, ...placed.map(({ start }) => Math.floor(start / 60)));
  const to = Math.max(18, ...placed.map(({ end }) => Math.ceil(end / 60)));
  return { from, to };
}
