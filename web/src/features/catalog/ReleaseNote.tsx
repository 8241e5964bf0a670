import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/release";
import { formatDay, formatNumber } from "@/lib/format";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { releaseQuery } from "./queries";

/** Where the catalogue comes from, as its licence asks, and how much of it there is. */
export function ReleaseNote() {
  const { t } = useTranslation();
  const release = useQuery(releaseQuery);
  if (release.isError) {
    return <ProblemNotice error={release.error} onRetry={() => release.refetch()} />;
  }
  if (!release.data) return <Skeleton height={72} role="img" aria-label={t("state.loading")} />;
  const { licence_notice, source, version, counts, imported_at } = release.data;
  return (
    <>
      <Text>{licence_notice}</Text>
      <Text c="dimmed">
        {t(source === "archive" ? "release.loaded" : "release.loadedStarter", {
          version,
          jobs: formatNumber(counts.jobs),
          skills: formatNumber(counts.skills),
          date: formatDay(imported_at),
        })}
      </Text>
    </>
  );
}

/** The sentence of the licence alone, below a sheet. */
export function LicenceLine() {
  const release = useQuery(releaseQuery).data;
  if (!release) return null;
  return (
    <Text size="sm" c="dimmed">
      {release.licence_notice}
    </Text>
  );
}
