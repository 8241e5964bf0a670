import { Stack, Text, Title } from "@mantine/core";
import type { CatalogSync } from "@/api/types";
import { useTranslation } from "@/i18n/sync";
import { formatDateShort } from "@/lib/days";
import { formatMoment, formatNumber } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { PausedNotice } from "./ApiPart";

/** The table of certifications of France compétences, and how it is doing. */
export function CertificationsPart({ table }: { table: CatalogSync["certifications"] }) {
  const { t } = useTranslation();
  const { published_on: published, count, last_attempt: last, next_check_at: next } = table;
  const { last_success_at: success, paused_until: paused } = table;
  return (
    <Stack gap="sm" mt="sm">
      <Title order={3} size="h4">
        {t("sync.certifications.title")}
      </Title>
      <Text size="sm" c="dimmed">
        {t(next ? "sync.certifications.lead" : "sync.certifications.off")}
      </Text>
      <Facts
        facts={[
          [
            t("sync.certifications.export"),
            published ? formatDateShort(published) : t("sync.certifications.none"),
          ],
          [t("sync.certifications.count"), formatNumber(count)],
          [t("sync.success"), success ? formatMoment(success) : t("sync.noSuccess")],
          [t("sync.next"), next ? formatMoment(next) : t("sync.noNext")],
        ]}
      />
      {last?.error ? (
        <Notice tone="warning" title={t("sync.certifications.failed")}>
          {last.error}
        </Notice>
      ) : null}
      {paused ? <PausedNotice until={paused} /> : null}
    </Stack>
  );
}
