import type { CSSProperties } from "react";
import type { CalendarEntry } from "@/api/types";
import { useTranslation } from "@/i18n/calendar";
import {
  type Day,
  dayOf,
  formatDate,
  formatDateTight,
  formatTime,
  formatTimes,
  today,
  weekOf,
} from "@/lib/days";
import classes from "./Calendar.module.css";
import { entryName, entrySpoken } from "./entryWords";
import { hoursShown, layOut } from "./model/agenda";

interface Props {
  day: Day;
  entries: CalendarEntry[];
  onEntry: (entry: CalendarEntry) => void;
}

/** A week, a column per day; on a narrow screen the days follow one another. */
export function WeekView({ day, entries, onEntry }: Props) {
  const { t } = useTranslation();
  const now = today();
  const days = weekOf(day).map((on) => ({
    on,
    placed: layOut(entries.filter(({ starts_at: from }) => dayOf(from) === on)),
  }));
  const { from, to } = hoursShown(days.flatMap(({ placed }) => placed));
  const hours = Array.from({ length: to - from }, (_, place) => from + place);
  const share = (minutes: number): string =>
    `${((minutes - from * 60) / ((to - from) * 60)) * 100}%`;
  return (
    <div className={classes.week} style={{ "--hours": hours.length } as CSSProperties}>
      <div className={classes.scale} aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ insetBlockStart: share(hour * 60) }}>
            {formatTime(`${hour}:00`)}
          </span>
        ))}
      </div>
      {days.map(({ on, placed }) => (
        <section
          key={on}
          className={classes.column}
          aria-label={formatDate(on)}
          data-today={on === now || undefined}
          data-empty={placed.length === 0 || undefined}
        >
          <h3 className={classes.columnHead}>{formatDateTight(on)}</h3>
          <ul className={classes.lane}>
            {placed.map(({ entry, start, end, column, columns }) => (
              <li
                key={entry.slot_id}
                style={
                  {
                    "--from": share(start),
                    "--to": share(end),
                    "--column": column,
                    "--columns": columns,
                  } as CSSProperties
                }
              >
                <button
                  type="button"
                  className={classes.entry}
                  data-kind={entry.kind}
                  data-cancelled={entry.is_cancelled || undefined}
                  aria-label={entrySpoken(t, entry)}
                  onClick={() => onEntry(entry)}
                >
                  <span className={classes.hour}>
                    {formatTimes(entry.starts_at, entry.ends_at)}
                  </span>
                  <span className={classes.name}>{entryName(t, entry)}</span>
                  {entry.place ? <span className={classes.place}>{entry.place}</span> : null}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
