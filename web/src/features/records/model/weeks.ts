// Slots week by week, as sheets are kept.
import { addDays, type Day, dayOf, mondayOf } from "@/lib/days";

export interface Week<T> {
  monday: Day;
  sunday: Day;
  slots: T[];
}

/** In the order given: weeks as their first slot comes, slots as they come. */
export function byWeek<T extends { starts_at: string }>(slots: readonly T[]): Week<T>[] {
  const weeks = new Map<Day, T[]>();
  for (const slot of slots) {
    const monday = mondayOf(dayOf(slot.starts_at));
    weeks.set(monday, [...(weeks.get(monday) ?? []), slot]);
  }
  return [...weeks].map(([monday, those]) => ({
    monday,
    sunday: addDays(monday, 6),
    slots: those,
  }));
}
