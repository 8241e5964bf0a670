import { type KeyboardEvent, useEffect, useRef } from "react";
import type { CalendarEntry } from "@/api/types";
import { useTranslation } from "@/i18n/calendar";
import {
  type Day,
  formatDate,
  formatMonth,
  formatTime,
  sameMonth,
  timeOf,
  today,
  weekdayName,
  weekdayShort,
  weeksOf,
} from "@/lib/days";
import classes from "./Calendar.module.css";
import { entryName, entrySpoken } from "./entryWords";
import { keyLeads } from "./model/agenda";
import { byDay } from "./model/slots";

/** More than these are told as a number, which leads to the list of the day. */
const DRAWN = 3;

interface Props {
  day: Day;
  entries: CalendarEntry[];
  /** The keyboard went to another day. */
  onDay: (day: Day) => void;
  onList: (day: Day) => void;
  onEntry: (entry: CalendarEntry) => void;
}

/** A month as a table of weeks. The days are one tab stop, moved through with the arrows, Page up and Page down. */
export function MonthView({ day, entries, onDay, onList, onEntry }: Props) {
  const { t } = useTranslation();
  const weeks = weeksOf(day);
  const days = new Map(byDay(entries).map(({ day: on, items }) => [on, items]));
  const now = today();
  const table = useRef<HTMLTableElement>(null);
  const moving = useRef(false);
  // The day that a key led to takes the focus, in another month too.
  useEffect(() => {
    if (!moving.current) return;
    moving.current = false;
    table.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }, [day]);
  const onKey = (event: KeyboardEvent, from: Day) => {
    const next = keyLeads(event.key, from);
    if (!next) return;
    event.preventDefault();
    moving.current = true;
    onDay(next);
  };
  return (
    <table ref={table} className={classes.month} aria-label={formatMonth(day)}>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((on) => (
            <th key={on} scope="col">
              <abbr title={weekdayName(on)}>{weekdayShort(on)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((on) => {
              const items = days.get(on) ?? [];
              return (
                <td
                  key={on}
                  data-other={!sameMonth(on, day) || undefined}
                  data-today={on === now || undefined}
                >
                  <button
                    type="button"
                    className={classes.number}
                    data-day={on}
                    tabIndex={on === day ? 0 : -1}
                    aria-current={on === now ? "date" : undefined}
                    aria-label={t("agenda.dayOf", { day: formatDate(on), count: items.length })}
                    onKeyDown={(event) => onKey(event, on)}
                    onClick={() => onList(on)}
                  >
                    {Number(on.slice(8))}
                  </button>
                  {items.length > 0 ? (
                    <ul className={classes.entries}>
                      {items.slice(0, items.length > DRAWN ? DRAWN - 1 : DRAWN).map((entry) => (
                        <li key={entry.slot_id}>
                          <button
                            type="button"
                            className={classes.entry}
                            data-kind={entry.kind}
                            data-cancelled={entry.is_cancelled || undefined}
                            aria-label={entrySpoken(t, entry)}
                            onClick={() => onEntry(entry)}
                          >
                            <span className={classes.hour}>
                              {formatTime(timeOf(entry.starts_at))}
                            </span>{" "}
                            <span className={classes.name}>{entryName(t, entry)}</span>
                          </button>
                        </li>
                      ))}
                      {items.length > DRAWN ? (
                        <li>
                          <button
                            type="button"
                            className={classes.others}
                            aria-label={t("agenda.othersOf", {
                              count: items.length - DRAWN + 1,
                              day: formatDate(on),
                            })}
                            onClick={() => onList(on)}
                          >
                            {t("agenda.others", { count: items.length - DRAWN + 1 })}
                          </button>
                        </li>
                      ) : null}
                    </ul>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
