import { Stack, Text, Title } from "@mantine/core";
import type { CatalogSync } from "@/api/types";
import { useTranslation } from "@/i18n/sync";
import { formatMoment } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";

/** What the publisher's API adds to the archive, and how it is doing. */
export function ApiPart({ api }: { api: CatalogSync["api"] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" mt="sm">
      <Title order={3} size="h4">
        {t("sync.api.title")}
      </Title>
      <Text size="sm" c="dimmed">
        {api ? t("sync.api.lead") : t("sync.api.none")}
      </Text>
      {api ? <ApiState api={api} /> : null}
    </Stack>
  );
}

function ApiState({ api }: { api: NonNullable<CatalogSync["api"]> }) {
  const { t } = useTranslation();
  const { last_attempt: last, last_success_at: success, paused_until: paused } = api;
  return (
    <>
      <Facts
        facts={[
          [t("sync.api.success"), success ? formatMoment(success) : t("sync.noSuccess")],
          [t("sync.api.last"), last ? formatMoment(last.finished_at) : t("sync.noSuccess")],
        ]}
      />
      {last?.error ? (
        <Notice tone="warning" title={t("sync.api.failed")}>
          {last.error}
        </Notice>
      ) : null}
      {paused ? <PausedNotice until={paused} /> : null}
    </>
  );
}

/** That a source is left alone for a while, and that one may ask all the same. */
export function PausedNotice({ until }: { until: string }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warning" title={t("sync.paused")}>
      {t("sync.pausedText", { until: formatMoment(until) })}
    </Notice>
  );
}
