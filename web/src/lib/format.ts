// Numbers, dates, sizes and lists as French readers expect them.
import { LANGUAGE } from "@/i18n";

const ZONE = "Europe/Paris";
const whole = new Intl.NumberFormat(LANGUAGE);
const short = new Intl.NumberFormat(LANGUAGE, { notation: "compact", maximumFractionDigits: 1 });
const tenth = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long", timeZone: ZONE });
const moment = new Intl.DateTimeFormat(LANGUAGE, {
  dateStyle: "long",
  timeStyle: "short",
  timeZone: ZONE,
});
const and = new Intl.ListFormat(LANGUAGE, { type: "conjunction" });
const plural = new Intl.PluralRules(LANGUAGE);

/** A date as it is written: the first of a month is “1er”, which no formatter of the platform knows. */
const written = (format: Intl.DateTimeFormat, iso: string): string =>
  format
    .formatToParts(new Date(iso))
    .map(({ type, value }) => (type === "day" && value === "1" ? "1er" : value))
    .join("");

export const formatNumber = (value: number): string => whole.format(value);

/** Short figures for tight places: 12 400 becomes “12,4 k”. */
export const formatShort = (value: number): string =>
  value < 10_000 ? whole.format(value) : short.format(value);

/** A rate in thousandths: “87,5 %”. */
export const formatRate = (thousandths: number): string =>
  `${tenth.format(thousandths / 10)}\u00a0%`;

export const formatDay = (iso: string): string => written(day, iso);
export const formatMoment = (iso: string): string => written(moment, iso);
export const formatList = (items: string[]): string => and.format(items);

/** The plural of French: zero and one are singular. */
export const isPlural = (count: number): boolean => plural.select(count) !== "one";

/** Minutes as people say them: “3 h 30”, “45 min”. */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}\u00a0min`;
  const whole = `${formatNumber(hours)}\u00a0h`;
  return rest === 0 ? whole : `${whole}\u00a0${String(rest).padStart(2, "0")}`;
}

const UNITS = ["o", "ko", "Mo", "Go", "To"];

export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  const figure = value.toLocaleString(LANGUAGE, { maximumFractionDigits: digits });
  return `${figure}\u00a0${UNITS[unit]}`;
}
