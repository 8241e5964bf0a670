import { Button, Progress, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { DataExport } from "@/api/types";
import { useTranslation } from "@/i18n/leaving";
import { formatBytes, formatMoment } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { useCopies } from "./changes";
import classes from "./Privacy.module.css";
import { isUnderway, useDataExports } from "./queries";

const TONES = {
  waiting: "neutral",
  running: "warning",
  ready: "success",
  failed: "error",
  erased: "neutral",
} as const;

/** The copies one asked for: how far each is, and its file for a day. */
export function Copies() {
  const { t } = useTranslation();
  const list = useDataExports();
  return (
    <Panel labelledBy="demandes">
      <Title order={2} id="demandes" mb="sm">
        {t("copying.list")}
      </Title>
      <PagedList list={list} height={96} none={<Text>{t("copying.none")}</Text>}>
        {(copies) => (
          <ul className={classes.rows}>
            {copies.map((copy) => (
              <li key={copy.id}>
                <Line copy={copy} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function Line({ copy }: { copy: DataExport }) {
  const { t } = useTranslation();
  const { id, status, step, percent, bytes, failure, erase_at: until } = copy;
  const date = formatMoment(copy.requested_at);
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{t("copying.of", { date })}</h3>
          <p className={classes.facts}>
            {bytes ? <span>{formatBytes(bytes)}</span> : null}
            {until && status === "ready" ? (
              <span>{t("copying.until", { date: formatMoment(until) })}</span>
            ) : null}
            {until && status === "erased" ? (
              <span>{t("copying.gone", { date: formatMoment(until) })}</span>
            ) : null}
          </p>
        </div>
        <StateTag tone={TONES[status]}>{t(`copying.status.${status}`)}</StateTag>
      </div>
      {isUnderway(copy) ? (
        <div className={classes.below}>
          <Progress value={percent} aria-label={t("copying.progress", { date })} />
          <Text size="sm" c="dimmed" role="status">
            {t(`copying.step.${step}`)} {t("copying.percent", { percent })}
          </Text>
        </div>
      ) : null}
      {status === "failed" ? (
        <Notice tone="error" title={t("copying.failed")}>
          {t(failure === "too_large" ? "copying.tooLarge" : "copying.unavailable")}
        </Notice>
      ) : null}
      {status === "erased" ? null : <Actions id={id} date={date} ready={status === "ready"} />}
    </>
  );
}

function Actions({ id, date, ready }: { id: string; date: string; ready: boolean }) {
  const { t } = useTranslation();
  const { fetch, remove } = useCopies();
  const run = useMutation({ mutationFn: () => fetch(id) });
  return (
    <div className={classes.below}>
      <div className={classes.actions}>
        {ready ? (
          <Button
            size="sm"
            loading={run.isPending}
            aria-label={t("copying.downloadOf", { date })}
            onClick={() => run.mutate()}
          >
            {t("copying.download")}
          </Button>
        ) : null}
        <ConfirmButton
          label={t(ready ? "copying.erase" : "copying.giveUp")}
          aria-label={t(ready ? "copying.eraseOf" : "copying.giveUpOf", { date })}
          title={t("copying.eraseTitle")}
          confirm={t(ready ? "copying.erase" : "copying.giveUp")}
          size="sm"
          variant="default"
          danger
          action={() => remove(id)}
        >
          {t("copying.eraseText")}
        </ConfirmButton>
      </div>
      {ready ? (
        <Text size="sm" c="dimmed" mt={6}>
          {t("copying.linkHelp")}
        </Text>
      ) : null}
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </div>
  );
}
