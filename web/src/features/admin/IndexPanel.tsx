import { Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { IndexState } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n/admin";
import { formatBytes, formatMoment, formatNumber } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { indexQuery, useRebuild } from "./queries";

const TONES = {
  ready: "success",
  rebuilding: "warning",
  stopped: "error",
  failing: "error",
} as const;

/** Whether the index holds what it should, and how late it is; refreshed every few seconds. */
export function IndexPanel() {
  const { t } = useTranslation();
  const index = useQuery(indexQuery);
  const rebuild = useRebuild();
  if (index.isError) return <ProblemNotice error={index.error} onRetry={() => index.refetch()} />;
  if (!index.data) {
    return <Skeleton height={220} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { data } = index;
  return (
    <Panel labelledBy="index">
      <Stack>
        <Group justify="space-between">
          <Title order={2} id="index">
            {t("index.title")}
          </Title>
          <StateTag tone={TONES[data.state]}>{t(`index.state.${data.state}`)}</StateTag>
        </Group>
        <Facts facts={facts(t, data)} />
        <Group>
          <ConfirmButton
            label={t("index.rebuild")}
            title={t("index.rebuildTitle")}
            confirm={t("index.rebuild")}
            disabled={data.state === "rebuilding"}
            variant="default"
            action={rebuild}
          >
            {t("index.rebuildText")}
          </ConfirmButton>
        </Group>
        <Text size="sm" c="dimmed">
          {t("index.refreshed")}
        </Text>
      </Stack>
    </Panel>
  );
}

function facts(t: Translate, state: IndexState): [string, string][] {
  const { last_rebuild: rebuild, oldest_pending_seconds: lag } = state;
  return [
    [t("index.documents"), formatNumber(state.documents)],
    [t("index.visible"), formatNumber(state.visible_profiles)],
    [t("index.pending"), formatNumber(state.pending)],
    [t("index.lag"), t("index.seconds", { count: Math.ceil(lag ?? 0) })],
    [t("index.size"), formatBytes(state.size_bytes)],
    [t("index.segments"), `${state.generation ?? "–"} · ${state.segments}`],
    [
      t("index.commit"),
      state.last_commit_at ? formatMoment(state.last_commit_at) : t("index.never"),
    ],
    [
      t("index.lastRebuild"),
      rebuild
        ? t("index.rebuilt", {
            date: formatMoment(rebuild.finished_at),
            count: rebuild.profiles,
          })
        : t("index.never"),
    ],
  ];
}
