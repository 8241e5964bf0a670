// Slots as a page shows and writes them: by day, in hours of Paris.
import type { HalfDay, Slot, SlotBody, SlotKind } from "@/api/types";
import { addDays, type Day, dayOf, timeOf } from "@/lib/days";

export interface DayOf<T> {
  day: Day;
  items: T[];
}

/** What takes place on each day, in order; days with nothing are left out. */
export function byDay<T extends { starts_at: string }>(items: readonly T[]): DayOf<T>[] {
  const days = new Map<Day, T[]>();
  const sorted = [...items].sort((one, other) => one.starts_at.localeCompare(other.starts_at));
  for (const item of sorted) {
    const day = dayOf(item.starts_at);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].map(([day, found]) => ({ day, items: found }));
}

/** The half-days a slot counts for on its own day, and whether it goes on beyond. */
export function partsOf(halfDays: readonly HalfDay[], day: Day): ("am" | "pm")[] {
  return halfDays.filter(({ date }) => date === day).map(({ part }) => part);
}

interface Named {
  course_title?: string | null;
  title: string;
}

/** What a slot is about: the course, what is done in it, or both. */
export function subjectOf({ course_title: course, title }: Named): { name: string; more: string } {
  if (!course) return { name: title, more: "" };
  return { name: course, more: title };
}

export interface Hours {
  date: Day;
  start_time: string;
  end_time: string;
  /** Whether it ends on the next day. */
  overnight: boolean;
}

export interface SlotValues extends Record<string, unknown>, Hours {
  kind: SlotKind;
  /** Empty: none of the session's courses. */
  session_course_id: string;
  title: string;
  place: string;
  remote_url: string;
  trainers: string[];
  override_reason: string;
}

export const hoursOf = (slot: { starts_at: string; ends_at: string }): Hours => ({
  date: dayOf(slot.starts_at),
  start_time: timeOf(slot.starts_at),
  end_time: timeOf(slot.ends_at),
  overnight: dayOf(slot.ends_at) !== dayOf(slot.starts_at),
});

export const hoursBody = ({ date, start_time, end_time, overnight }: Hours) => ({
  date,
  start_time,
  end_time,
  end_date: overnight ? addDays(date, 1) : null,
});

export const valuesOf = (slot: Slot): SlotValues => ({
  ...hoursOf(slot),
  kind: slot.kind,
  session_course_id: slot.session_course_id ?? "",
  title: slot.title,
  place: slot.place,
  remote_url: slot.remote_url ?? "",
  trainers: slot.trainers.flatMap(({ person_id: person }) => (person ? [person] : [])),
  override_reason: slot.override_reason ?? "",
});

/** What is sent. Without `withTrainers` those who train today stay. */
export function slotBody(values: SlotValues, withTrainers: boolean): SlotBody {
  const { kind, session_course_id: course, title, place, remote_url: url } = values;
  const reason = values.override_reason.trim();
  return {
    kind,
    session_course_id: course === "" ? null : course,
    title: title.trim(),
    ...hoursBody(values),
    place: place.trim(),
    remote_url: url.trim() === "" ? null : url.trim(),
    trainers: withTrainers ? values.trainers : null,
    override_reason: reason === "" ? null : reason,
  };
}

type HoursFault = "required" | "order";

/** What is wrong with hours before anything is sent. */
export function hoursFault({
  start_time: start,
  end_time: end,
  overnight,
}: Hours): HoursFault | null {
  if (start === "" || end === "") return "required";
  return !overnight && end <= start ? "order" : null;
}
