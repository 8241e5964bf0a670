import { Group, Skeleton, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { CatalogSync } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n/sync";
import { formatDay, formatMoment } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { ApiPart, PausedNotice } from "./ApiPart";
import { CertificationsPart } from "./CertificationsPart";
import { syncQuery, useFollowing } from "./queries";
import { SyncActions } from "./SyncActions";
import { SyncProgress } from "./SyncProgress";
import { lagDays, USUAL_LAG_DAYS } from "./sync";

/** How far the catalogue is, when the publisher is asked next, and the ways to ask now. */
export function CatalogSyncPanel() {
  const { t } = useTranslation();
  const sync = useQuery(syncQuery);
  const { data } = sync;
  useFollowing(data);
  if (!data) {
    return sync.isError ? (
      <ProblemNotice error={sync.error} onRetry={() => sync.refetch()} />
    ) : (
      <Skeleton height={240} radius="lg" role="img" aria-label={t("state.loading")} />
    );
  }
  const lag = lagDays(data, Date.now());
  return (
    <Panel labelledBy="mise-a-jour">
      <Stack>
        <Group justify="space-between">
          <Title order={2} id="mise-a-jour">
            {t("sync.title")}
          </Title>
          <StateTag tone={data.running || !isOnTime(lag) ? "warning" : "success"}>
            {stateName(t, data, lag)}
          </StateTag>
        </Group>
        <Facts facts={facts(t, data, lag)} />
        {data.next_check_at ? null : (
          <Notice tone="warning" title={t("sync.off")}>
            {t(data.api ? "sync.offTextApi" : "sync.offText")}
          </Notice>
        )}
        {data.paused_until ? <PausedNotice until={data.paused_until} /> : null}
        <SyncProgress sync={data} />
        <SyncActions sync={data} />
        <ApiPart api={data.api} />
        <CertificationsPart table={data.certifications} />
      </Stack>
    </Panel>
  );
}

const isOnTime = (lag: number | null): boolean => lag !== null && lag <= USUAL_LAG_DAYS;

function stateName(t: Translate, { running }: CatalogSync, lag: number | null): string {
  if (running) return t("sync.running");
  if (lag === null) return t("sync.never");
  return t(isOnTime(lag) ? "sync.onTime" : "sync.late");
}

function facts(t: Translate, sync: CatalogSync, lag: number | null): [string, string][] {
  const moment = (iso: string | null | undefined, otherwise: string) =>
    iso ? formatMoment(iso) : otherwise;
  const { release, published_on: published } = sync;
  return [
    [t("sync.release"), release ? String(release) : t("sync.noRelease")],
    [t("sync.published"), published ? formatDay(published) : t("sync.unknown")],
    [t("sync.imported"), moment(sync.imported_at, t("sync.unknown"))],
    [t("sync.success"), moment(sync.last_success_at, t("sync.noSuccess"))],
    [t("sync.lag"), lagName(t, lag)],
    [t("sync.next"), moment(sync.next_check_at, t("sync.noNext"))],
  ];
}

function lagName(t: Translate, lag: number | null): string {
  if (lag === null) return t("sync.unknownLag");
  return isOnTime(lag) ? t("sync.noLag") : t("sync.days", { count: lag });
}
