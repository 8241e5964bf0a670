import type { CalendarEntry } from "@/api/types";
import { useTranslation } from "@/i18n/calendar";
import { formatDate, formatTimes, today } from "@/lib/days";
import { StateTag } from "@/ui/StateTag";
import classes from "./Calendar.module.css";
import { EntryFacts, EntryLinks } from "./EntryDialog";
import { entryName } from "./entryWords";
import { byDay } from "./model/slots";

/** Slots day after day, with all that is known of them. */
export function CalendarList({ entries }: { entries: CalendarEntry[] }) {
  const { t } = useTranslation();
  const now = today();
  return (
    <div className={classes.days}>
      {byDay(entries).map(({ day, items }) => (
        <section key={day} className={classes.day} aria-labelledby={`agenda-${day}`}>
          <h3 id={`agenda-${day}`}>
            {formatDate(day)}
            {day === now ? <span className={classes.now}>{t("agenda.isToday")}</span> : null}
          </h3>
          <ul>
            {items.map((entry) => (
              <li key={entry.slot_id} data-cancelled={entry.is_cancelled || undefined}>
                <span className={classes.listTimes}>
                  {formatTimes(entry.starts_at, entry.ends_at)}
                </span>
                <div className={classes.listMain}>
                  <div className={classes.listHead}>
                    <strong>{entryName(t, entry)}</strong>
                    {entry.kind === "exam" ? (
                      <StateTag tone="warning">{t("agenda.exam")}</StateTag>
                    ) : null}
                    {entry.is_cancelled ? (
                      <StateTag tone="error">{t("agenda.cancelled")}</StateTag>
                    ) : null}
                  </div>
                  <EntryFacts entry={entry} />
                  <EntryLinks entry={entry} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
