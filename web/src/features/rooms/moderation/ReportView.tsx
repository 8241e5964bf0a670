import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/moderation";
import { formatMoment } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { MessageFiles } from "../MessageFiles";
import type { Extracted, ReportDetails } from "../types";
import { Judge } from "./Judge";
import classes from "./Moderation.module.css";
import { reportQuery, useJudging } from "./queries";
import { RoomOfReport } from "./Reports";

/** A report with what was said around it, and the decision. */
export function ReportView({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(reportQuery(id));
  if (query.isError) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { report } = query.data;
  const facts: [string, ReactNode][] = [
    [t("report.room"), <RoomOfReport key="salon" report={report} />],
    [t("report.reason"), t(`report.reasons.${report.reason}`)],
    [t("report.reporter"), report.reporter],
    [t("report.date"), formatMoment(report.reported_at)],
  ];
  if (report.comment) facts.push([t("report.comment"), report.comment]);
  return (
    <Stack>
      <Panel labelledBy="signalement">
        <Title order={2} id="signalement" mb="sm">
          {t("report.title")}
        </Title>
        <Facts facts={facts} />
        {report.is_private ? (
          <Text size="sm" c="dimmed" mt="sm">
            {t("report.traced")}
          </Text>
        ) : null}
      </Panel>
      <Extract details={query.data} />
      {report.decision ? (
        <Panel labelledBy="decision">
          <Title order={2} id="decision" mb="sm">
            {t("report.decision")}
          </Title>
          <Facts
            facts={[
              [t("report.decision"), t(`report.decisions.${report.decision}`)],
              [t("report.decider"), report.decided_by ?? t("report.nobody")],
              [t("report.date"), report.decided_at ? formatMoment(report.decided_at) : ""],
              [t("report.note"), report.note || t("report.noNote")],
            ]}
          />
        </Panel>
      ) : report.is_own_message ? (
        <Notice>{t("report.ownHelp")}</Notice>
      ) : (
        <Judge details={query.data} />
      )}
    </Stack>
  );
}

function Extract({ details }: { details: ReportDetails }) {
  const { t } = useTranslation();
  const { report, messages } = details;
  const { hide } = useJudging(report.id);
  const reported = messages.find(({ is_reported: is }) => is);
  const hidden = reported?.state === "hidden";
  const run = useMutation({ mutationFn: () => hide(!hidden) });
  const movable =
    !report.decision && !report.is_own_message && (hidden || reported?.state === "visible");
  return (
    <Panel labelledBy="extrait">
      <Title order={2} id="extrait" mb="xs">
        {t("report.extract")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("report.extractHelp")}
      </Text>
      <ol className={classes.extract}>
        {messages.map((message) => (
          <li key={message.id} data-reported={message.is_reported || undefined}>
            <Said report={report.id} message={message} />
          </li>
        ))}
      </ol>
      {movable ? (
        <Group mt="sm">
          <Button variant="default" loading={run.isPending} onClick={() => run.mutate()}>
            {t(hidden ? "report.show" : "report.hide")}
          </Button>
          <Text size="sm" c="dimmed">
            {t(hidden ? "report.isHidden" : "report.hideHelp")}
          </Text>
        </Group>
      ) : null}
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </Panel>
  );
}

function Said({ report, message }: { report: string; message: Extracted }) {
  const { t } = useTranslation();
  const { file } = useJudging(report);
  return (
    <article aria-label={t("moderation.messageOf", { name: message.author.name })}>
      <p className={classes.facts}>
        <strong>{message.author.name}</strong>
        <time dateTime={message.sent_at}>{formatMoment(message.sent_at)}</time>
        {message.is_reported ? <strong>{t("report.reported")}</strong> : null}
        {message.edited_at ? <span>{t("moderation.edited")}</span> : null}
      </p>
      {message.state === "visible" ? null : (
        <p className={classes.soft}>{t(`report.states.${message.state}`)}</p>
      )}
      {message.text ? <p className={classes.said}>{message.text}</p> : null}
      {message.before.map((text) => (
        <div key={text} className={classes.earlier}>
          <p className={classes.soft}>{t("report.before")}</p>
          <p className={classes.said}>{text}</p>
        </div>
      ))}
      {message.files.length > 0 ? (
        <MessageFiles files={message.files} download={({ id, name }) => file(id, name)} />
      ) : null}
    </article>
  );
}
