import { Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/sessionOverview";
import { dayOf, formatDate, formatPeriod, formatTime, timeOf } from "@/lib/days";
import { formatList } from "@/lib/format";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import classes from "./Sessions.module.css";
import { durationName, seatsName } from "./words";

interface Props {
  organisation: string;
  session: TrainingSession;
}

/** What a session is, at a glance. */
export function SessionFacts({ organisation, session }: Props) {
  const { t } = useTranslation();
  const { next_slot_at: next, remote_url: url, trainers, waiting } = session;
  const training = (
    <Link
      to={paths.trainingRevision}
      params={{
        organisation,
        training: session.training_id,
        number: String(session.revision),
      }}
      className={classes.link}
    >
      {t("facts.revision", { number: session.revision })}
    </Link>
  );
  const facts: [string, ReactNode][] = [
    [t("facts.dates"), formatPeriod(session.starts_on, session.ends_on)],
    [
      t("facts.next"),
      next
        ? t("facts.nextAt", { day: formatDate(dayOf(next)), time: formatTime(timeOf(next)) })
        : t("facts.noNext"),
    ],
    [t("facts.place"), session.place || t("facts.noPlace")],
    [
      t("facts.seats"),
      waiting > 0
        ? `${seatsName(t, session)}, ${t("session.waiting", { count: waiting })}`
        : seatsName(t, session),
    ],
    [
      t("facts.trainers"),
      trainers.length > 0 ? formatList(trainers.map(fullName)) : t("facts.noTrainer"),
    ],
    [t("facts.announced"), durationName(t, session.announced_minutes)],
    [
      t("facts.training"),
      session.newest_revision > session.revision ? (
        <>
          {training} {t("facts.newer", { number: session.newest_revision })}
        </>
      ) : (
        training
      ),
    ],
  ];
  if (url) {
    facts.push([
      t("facts.link"),
      <a key="lien" href={url} rel="noreferrer noopener" target="_blank" className={classes.link}>
        {t("facts.open")}
      </a>,
    ]);
  }
  return (
    <Panel labelledBy="essentiel">
      <Title order={2} id="essentiel" mb="md">
        {t("facts.heading")}
      </Title>
      <Facts facts={facts} />
    </Panel>
  );
}
