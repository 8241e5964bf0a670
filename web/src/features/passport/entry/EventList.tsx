import type { ReactNode } from "react";
import type { PassportEvent } from "@/api/types";
import { useTranslation } from "@/i18n/timeline";
import { dayOf } from "@/lib/days";
import { formatDay, formatMoment } from "@/lib/format";
import type { Standing } from "../model/standing";
import classes from "../Passport.module.css";
import { StandingTag } from "../StandingTag";
import { stepName } from "../words";
import own from "./EventList.module.css";

interface Props {
  events: PassportEvent[];
  busy: boolean;
  /** The way to an entry, in these words; the second ones are for those who hear it alone. */
  link: (entry: string, words: string, spoken: string) => ReactNode;
}

const keyOf = ({ at, kind, entry_id: entry, code }: PassportEvent): string =>
  `${at} ${kind} ${entry ?? ""} ${code}`;

/** What happened, by day. */
export function EventList({ events, busy, link }: Props) {
  const { t } = useTranslation();
  const days = [...new Set(events.map(({ at }) => dayOf(at)))];
  return (
    <section aria-label={t("timeline.list")} aria-busy={busy || undefined}>
      {days.map((day) => {
        const some = events.filter(({ at }) => dayOf(at) === day);
        return (
          <div key={day} className={own.day}>
            <h2 className={own.date}>{some[0] ? formatDay(some[0].at) : day}</h2>
            <ul className={classes.rows}>
              {some.map((event) => (
                <li key={keyOf(event)}>
                  <Event event={event} link={link} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** A reply says nothing of how far a skill is. */
const standingOf = ({ kind }: PassportEvent): Standing | null =>
  kind === "replied" || kind === "answered" ? null : kind;

function Event({ event, link }: { event: PassportEvent; link: Props["link"] }) {
  const { t } = useTranslation();
  const { at, kind, entry_id: entry, label, step_name: step, common_level: level, text } = event;
  const standing = standingOf(event);
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{label}</h3>
          <p className={classes.facts}>
            {standing ? <StandingTag standing={standing} /> : null}
            <span>{t(`passportWord.kind.${kind}`)}</span>
            {step || level ? <span>{stepName(t, step ?? "", level)}</span> : null}
            {event.organisation_name ? (
              <span>{t("timeline.by", { name: event.organisation_name })}</span>
            ) : null}
          </p>
        </div>
        {entry
          ? link(
              entry,
              t("timeline.open"),
              t("timeline.openOf", { skill: label, date: formatMoment(at) }),
            )
          : null}
      </div>
      {text ? <p className={classes.quote}>{text}</p> : null}
    </>
  );
}
