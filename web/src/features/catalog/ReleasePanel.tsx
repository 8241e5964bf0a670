import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/release";
import { formatNumber } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { releaseQuery } from "./queries";

/** The release of the catalogue in use, and how much it holds. */
export function ReleasePanel() {
  const { t } = useTranslation();
  const release = useQuery(releaseQuery);
  if (release.isError) {
    return <ProblemNotice error={release.error} onRetry={() => release.refetch()} />;
  }
  if (!release.data) {
    return <Skeleton height={200} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { version, source, counts } = release.data;
  return (
    <Panel labelledBy="version">
      <Stack>
        <Title order={2} id="version">
          {t("release.title", { version })}
        </Title>
        {source === "starter" ? (
          <Notice tone="warning" title={t("release.starter")}>
            {t("release.starterHelp")}
          </Notice>
        ) : null}
        <Facts
          facts={[
            [t("release.jobs"), formatNumber(counts.jobs)],
            [t("release.appellations"), formatNumber(counts.appellations)],
            [t("release.skills"), formatNumber(counts.skills)],
            [t("release.knowledge"), formatNumber(counts.knowledge)],
            [t("release.links"), formatNumber(counts.links)],
          ]}
        />
        <Text size="sm" c="dimmed">
          {release.data.licence_notice}
        </Text>
      </Stack>
    </Panel>
  );
}
