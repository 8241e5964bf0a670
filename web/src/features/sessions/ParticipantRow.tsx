import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Enrolment, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/participants";
import { dayOf, formatDateShort, formatPeriod } from "@/lib/days";
import { formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Icon } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { downloadConvocation } from "./attachmentQueries";
import { ConvocationButton } from "./ConvocationButton";
import { enrolmentQuery } from "./enrolmentQueries";
import { isCalled, isCorrectable, isWritable } from "./model/moves";
import { ParticipantForm } from "./ParticipantForm";
import { ParticipantSteps } from "./ParticipantSteps";
import { EnrolmentState } from "./SessionState";
import classes from "./Sessions.module.css";
import { enrolmentName } from "./words";

interface Props {
  organisation: string;
  session: TrainingSession;
  enrolment: Enrolment;
  writes: boolean;
}

/** One participant: who, since when in which state, expected on which days. */
export function ParticipantRow({ organisation, session, enrolment, writes }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"form" | "history" | null>(null);
  const name = fullName(enrolment);
  const { status, reason, email, reference, employer, starts_on: from, ends_on: to } = enrolment;
  const late = from > session.starts_on;
  const show = (what: "form" | "history") => setOpen(open === what ? null : what);
  const correctable = writes && isCorrectable(session.status);
  const editable = correctable && status !== "cancelled" && status !== "abandoned";
  return (
    <article aria-label={name}>
      <div className={classes.head}>
        <div className={classes.main}>
          <strong>{name}</strong>
          <p className={`${classes.facts} ${classes.soft}`}>
            {email ? <span>{email}</span> : null}
            {reference ? <span>{t("participant.referenceOf", { reference })}</span> : null}
            {employer ? <span>{t("participant.employerOf", { employer })}</span> : null}
            {enrolment.person_id ? null : (
              <span>{t(email ? "participant.noAccountYet" : "participant.noAccount")}</span>
            )}
            {late && !to ? (
              <span>{t("participant.expectedFrom", { day: formatDateShort(from) })}</span>
            ) : null}
            {to ? (
              <span>{t("participant.expected", { period: formatPeriod(from, to) })}</span>
            ) : null}
          </p>
          {reason ? (
            <p className={`${classes.facts} ${classes.soft}`}>
              {t("participant.because", { reason })}
            </p>
          ) : null}
        </div>
        <div className={classes.tags}>
          <EnrolmentState status={status} />
          <span className={classes.soft}>
            {t("participant.since", { day: formatDateShort(dayOf(enrolment.status_at)) })}
          </span>
        </div>
      </div>
      <div className={`${classes.actions} ${classes.quiet}`}>
        {editable ? (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={open === "form"}
            aria-label={t("participant.editOf", { name })}
            onClick={() => show("form")}
          >
            {t("participant.edit")}
          </Button>
        ) : null}
        {correctable ? (
          <ParticipantSteps
            organisation={organisation}
            session={session.id}
            enrolment={enrolment}
            corrects={!isWritable(session.status)}
          />
        ) : null}
        {writes && isCalled(session.status, status) ? (
          <ConvocationButton
            name={name}
            variant="subtle"
            size="compact-sm"
            download={() => downloadConvocation(organisation, session.id, enrolment.id)}
          />
        ) : null}
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open === "history"}
          aria-label={t("participant.historyOf", { name })}
          rightSection={<Icon name="chevronDown" size={14} />}
          onClick={() => show("history")}
        >
          {t("participant.history")}
        </Button>
      </div>
      {open === "form" ? (
        <div style={{ marginBlockStart: "0.75rem" }}>
          <ParticipantForm
            organisation={organisation}
            session={session}
            enrolment={enrolment}
            onDone={() => setOpen(null)}
            onCancel={() => setOpen(null)}
          />
        </div>
      ) : null}
      {open === "history" ? (
        <History organisation={organisation} session={session.id} enrolment={enrolment.id} />
      ) : null}
    </article>
  );
}

interface HistoryProps {
  organisation: string;
  session: string;
  enrolment: string;
}

const EVENTS = ["write", "join", "merge"];

/** What happened to a participant, oldest first. */
function History({ organisation, session, enrolment }: HistoryProps) {
  const { t } = useTranslation();
  const query = useQuery(enrolmentQuery(organisation, session, enrolment));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <Skeleton height={60} role="img" aria-label={t("state.loading")} />;
  return (
    <ol className={classes.soft} style={{ margin: "0.5rem 0 0", paddingInlineStart: "1.4rem" }}>
      {query.data.history.map((line) => {
        const what = EVENTS.includes(line.event)
          ? t(`participant.event.${line.event as "write" | "join" | "merge"}`)
          : enrolmentName(t, line.to_status);
        const date = formatMoment(line.at);
        return (
          <li key={`${line.at}-${line.event}`}>
            {line.by
              ? t("participant.happenedBy", { what, date, name: line.by })
              : t("participant.happened", { what, date })}
            {line.on ? ` ${t("participant.lastDay", { day: formatDateShort(line.on) })}` : ""}
            {line.reason ? ` ${t("participant.because", { reason: line.reason })}` : ""}
          </li>
        );
      })}
    </ol>
  );
}
