import { Button, Progress, Text, Title } from "@mantine/core";
import { useDownload } from "@/api/download";
import type { PassportExport } from "@/api/types";
import { useTranslation } from "@/i18n/exports";
import { formatBytes, formatMoment } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import classes from "./Exports.module.css";
import { isUnderway, useExportChanges, useExports } from "./queries";
import { choiceWords } from "./words";

const TONES = {
  waiting: "neutral",
  running: "warning",
  ready: "success",
  failed: "error",
  erased: "neutral",
} as const;

/** One's exports: how far each is, its file for a day, and what it held. */
export function ExportList() {
  const { t } = useTranslation();
  const list = useExports();
  return (
    <Panel labelledBy="demandes">
      <Title order={2} id="demandes" mb="sm">
        {t("exporting.list")}
      </Title>
      <PagedList list={list} height={160} none={<Text>{t("exporting.none")}</Text>}>
        {(exports) => (
          <ul className={classes.rows}>
            {exports.map((one) => (
              <li key={one.id}>
                <Line one={one} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function Line({ one }: { one: PassportExport }) {
  const { t } = useTranslation();
  const { fetch, remove } = useExportChanges();
  const run = useDownload(() => fetch(one.id));
  const { format, status, number, bytes, percent, failure, erase_at: until } = one;
  const name = t(`exporting.formats.${format}`);
  const date = formatMoment(one.requested_at);
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{t("exporting.named", { format: name, date })}</h3>
          <p className={classes.facts}>
            {choiceWords(t, one.content).map((part) => (
              <span key={part}>{part}</span>
            ))}
          </p>
          <p className={classes.facts}>
            {number ? <span>{t("exporting.number", { number })}</span> : null}
            {bytes ? <span>{formatBytes(bytes)}</span> : null}
            {until && status === "ready" ? (
              <span>{t("exporting.until", { date: formatMoment(until) })}</span>
            ) : null}
            {until && status === "erased" ? (
              <span>{t("exporting.erased", { date: formatMoment(until) })}</span>
            ) : null}
          </p>
        </div>
        <StateTag tone={TONES[status]}>{t(`exporting.status.${status}`)}</StateTag>
      </div>
      {isUnderway(one) ? (
        <div className={classes.below}>
          <Progress value={percent} aria-label={t("exporting.progress", { date })} />
          <Text size="sm" c="dimmed">
            {t(`exporting.step.${one.step}`)} {t("exporting.percent", { percent })}
          </Text>
        </div>
      ) : null}
      {status === "failed" ? (
        <Notice tone="error" title={t("exporting.failed")}>
          {t(failure === "too_large" ? "exporting.tooLarge" : "exporting.unavailable")}
        </Notice>
      ) : null}
      {status === "erased" ? null : (
        <div className={`${classes.actions} ${classes.below}`}>
          {status === "ready" ? (
            <Button
              size="sm"
              loading={run.isPending}
              aria-label={t("exporting.downloadOf", { format: name, date })}
              onClick={() => run.mutate(undefined)}
            >
              {t("exporting.download")}
            </Button>
          ) : null}
          <ConfirmButton
            label={t(status === "ready" ? "exporting.erase" : "exporting.giveUp")}
            aria-label={t(status === "ready" ? "exporting.eraseOf" : "exporting.giveUpOf", {
              format: name,
              date,
            })}
            title={t("exporting.eraseTitle")}
            confirm={t(status === "ready" ? "exporting.erase" : "exporting.giveUp")}
            size="sm"
            variant="default"
            danger
            action={() => remove(one.id)}
          >
            {t("exporting.eraseText")}
          </ConfirmButton>
        </div>
      )}
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}
