// How an entry of a calendar is named.
import type { CalendarEntry } from "@/api/types";
import type { Translate } from "@/i18n/calendar";
import { dayOf, formatDate, formatTimes } from "@/lib/days";
import { subjectOf } from "./model/slots";

/** The course, or what is done instead. */
export function entryName(t: Translate, entry: CalendarEntry): string {
  const { name } = subjectOf(entry);
  return name || t(entry.kind === "exam" ? "agenda.exam" : "agenda.slot");
}

/** All of it in one sentence, for those who hear it. */
export const entrySpoken = (t: Translate, entry: CalendarEntry): string =>
  t(entry.is_cancelled ? "agenda.spokenCancelled" : "agenda.spoken", {
    name: entryName(t, entry),
    session: entry.session_title,
    day: formatDate(dayOf(entry.starts_at)),
    times: formatTimes(entry.starts_at, entry.ends_at),
  });
