// Days and hours in Paris. A day is written `2026-03-02`, a time of day `09:30`; instants are those of the API, in UTC.
// Days are counted without hours, so that the two nights when clocks change have no part in it.
import { LANGUAGE } from "@/i18n";

export type Day = string;

const ZONE = "Europe/Paris";
const DAY_MS = 86_400_000;

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const dated = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LANGUAGE, { timeZone: "UTC", ...options });
const LONG = dated({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const MEDIUM = dated({ day: "numeric", month: "long", year: "numeric" });
const SHORT = dated({ weekday: "short", day: "numeric", month: "short" });
const MONTH = dated({ month: "long", year: "numeric" });
const WEEKDAY = dated({ weekday: "long" });
const WEEKDAY_SHORT = dated({ weekday: "short" });

const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const written = (date: Date): Day => date.toISOString().slice(0, 10);

/** The day of an instant, in Paris. */
export const dayOf = (instant: string | number): Day =>
  clock.format(new Date(instant)).slice(0, 10);

/** The time of day of an instant, in Paris: `09:30`. */
export const timeOf = (instant: string): string => clock.format(new Date(instant)).slice(11, 16);

export const today = (): Day => dayOf(Date.now());

/** Minutes since midnight: `09:30` is 570. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

export function addDays(day: Day, days: number): Day {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return written(date);
}

/** The same day of another month, or its last one: a month after the 31st of January is the end of February. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return written(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}

/** How many days from one to the other. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / DAY_MS);

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => dateOf(day).getUTCDay() || 7;

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

export const weekOf = (day: Day): Day[] => {
  const monday = mondayOf(day);
  return [0, 1, 2, 3, 4, 5, 6].map((place) => addDays(monday, place));
};

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`;
export const lastOfMonth = (day: Day): Day => addDays(addMonths(firstOfMonth(day), 1), -1);
export const sameMonth = (one: Day, other: Day): boolean => one.slice(0, 7) === other.slice(0, 7);

/** The weeks that a month touches, each from Monday to Sunday. */
export function weeksOf(day: Day): Day[][] {
  const last = lastOfMonth(day);
  const weeks: Day[][] = [];
  for (let monday = mondayOf(firstOfMonth(day)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(weekOf(monday));
  }
  return weeks;
}

/** Number of the week, counted as in France: the first one holds the first Thursday of the year. */
export function weekNumber(day: Day): number {
  const thursday = addDays(mondayOf(day), 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

const first = (text: string): string => text.replace(/(^|\s)1(?=\s\p{L})/u, "$11er");

/** `lundi 2 mars 2026`; the first of a month is `1er`. */
export const formatDate = (day: Day): string => first(LONG.format(dateOf(day)));
/** `2 mars 2026`. */
export const formatDateShort = (day: Day): string => first(MEDIUM.format(dateOf(day)));
/** `lun. 2 mars`. */
export const formatDateTight = (day: Day): string => first(SHORT.format(dateOf(day)));
/** `mars 2026`. */
export const formatMonth = (day: Day): string => MONTH.format(dateOf(day));
export const weekdayName = (day: Day): string => WEEKDAY.format(dateOf(day));
export const weekdayShort = (day: Day): string => WEEKDAY_SHORT.format(dateOf(day));

/** `9 h 30`, as people read a time of day. */
export function formatTime(time: string): string {
  const [hours = "", minutes = ""] = time.split(":");
  const whole = `${Number(hours)}\u00a0h`;
  return minutes === "00" ? whole : `${whole}\u00a0${minutes}`;
}

/** `9 h – 12 h 30`; what ends on another day says so. */
export function formatTimes(startsAt: string, endsAt: string): string {
  const later = dayOf(startsAt) !== dayOf(endsAt) ? ` (${formatDateTight(dayOf(endsAt))})` : "";
  return `${formatTime(timeOf(startsAt))} – ${formatTime(timeOf(endsAt))}${later}`;
}

/** `2–8 mars 2026`: as short as days can be told. */
export const formatDays = (from: Day, to: Day): string =>
  MEDIUM.formatRange(dateOf(from), dateOf(to));

/** `du 2 mars 2026 au 5 juin 2026`, `le 2 mars 2026`. */
export function formatPeriod(from: Day, to: Day): string {
  return from === to
    ? `le ${formatDateShort(from)}`
    : `du ${formatDateShort(from)} au ${formatDateShort(to)}`;
}

/** The instant of a day and a time of day in Paris. In the hour that comes twice in October, the first of the two. */
export function instantOf(day: Day, time: string): string {
  const wanted = `${day} ${time}`;
  const base = new Date(`${day}T${time}:00Z`).getTime();
  // Paris is ahead of UTC by two hours in summer and one in winter: the further one is the earlier instant.
  const found = [2, 1].map((hours) => base - hours * 3_600_000);
  const exact = found.find((instant) => clock.format(new Date(instant)) === wanted);
  return new Date(exact ?? base - 3_600_000).toISOString().replace(".000Z", "Z");
}
