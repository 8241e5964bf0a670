import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { MySessionSummary } from "@/api/types";
import { useTranslation } from "@/i18n/mySessions";
import { dayOf, formatDate, formatPeriod, formatTime, timeOf } from "@/lib/days";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { mySessionsQuery } from "./mineQueries";
import { EnrolmentState, SessionState } from "./SessionState";
import classes from "./Sessions.module.css";

/** The sessions in which one takes part or trains. */
export function MySessions() {
  const { t } = useTranslation();
  const query = useQuery(mySessionsQuery);
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={180} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  if (query.data.length === 0) {
    return (
      <Notice icon="cap" tone="info" title={t("mine.none")}>
        {t("mine.noneHelp")}
      </Notice>
    );
  }
  return (
    <ul className={classes.list}>
      {query.data.map((session) => (
        <li key={session.id}>
          <Row session={session} />
        </li>
      ))}
    </ul>
  );
}

function Row({ session }: { session: MySessionSummary }) {
  const { t } = useTranslation();
  const { id, title, organisation_id: organisation, next_slot_at: next } = session;
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          {session.enrolment_id ? (
            <Link to={paths.mySession} params={{ session: id }}>
              {title}
            </Link>
          ) : (
            <Link to={paths.session} params={{ organisation, session: id }}>
              {title}
            </Link>
          )}
        </h2>
        <span className={classes.tags}>
          <SessionState status={session.status} />
          {session.enrolment_status ? <EnrolmentState status={session.enrolment_status} /> : null}
        </span>
      </div>
      <p className={classes.facts}>
        <span>{session.organisation_name}</span>
        <span>{formatPeriod(session.starts_on, session.ends_on)}</span>
        {session.place ? <span>{session.place}</span> : null}
      </p>
      <p className={`${classes.facts} ${classes.soft}`}>
        {session.trains ? <span>{t("mine.trains")}</span> : null}
        {next ? (
          <span>
            {t("session.next", { day: formatDate(dayOf(next)), time: formatTime(timeOf(next)) })}
          </span>
        ) : null}
      </p>
    </div>
  );
}
