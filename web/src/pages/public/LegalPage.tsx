import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { releaseQuery } from "@/features/catalog";
import { formatDay, formatNumber } from "@/lib/format";
import { useTranslation } from "@/lib/i18n";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";

/** Whose data the app shows, under which licence, and what it keeps about its visitors. */
export function LegalPage() {
  const { t } = useTranslation();
  const release = useQuery(releaseQuery);
  return (
    <Stack gap="lg" maw={760} mx="auto">
      <div>
        <PageTitle title={t("legal.title")} lead={t("legal.lead")} />
      </div>
      <Panel labelledBy="catalogue">
        <Stack gap="sm">
          <Title order={2} id="catalogue">
            {t("legal.catalog")}
          </Title>
          {release.isError ? (
            <ProblemNotice error={release.error} onRetry={() => release.refetch()} />
          ) : release.data ? (
            <>
              <Text>{release.data.licence_notice}</Text>
              <Text c="dimmed">
                {t(release.data.source === "archive" ? "legal.archive" : "legal.starter", {
                  version: release.data.version,
                  jobs: formatNumber(release.data.counts.jobs),
                  skills: formatNumber(release.data.counts.skills),
                  date: formatDay(release.data.imported_at),
                })}
              </Text>
            </>
          ) : (
            <Skeleton height={72} />
          )}
        </Stack>
      </Panel>
      <Panel labelledBy="donnees">
        <Stack gap="sm">
          <Title order={2} id="donnees">
            {t("legal.privacy")}
          </Title>
          <Text>{t("legal.privacyVisible")}</Text>
          <Text>{t("legal.privacyIndex")}</Text>
          <Text>{t("legal.cookie")}</Text>
        </Stack>
      </Panel>
    </Stack>
  );
}
