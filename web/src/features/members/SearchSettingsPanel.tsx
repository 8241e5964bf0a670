import { Skeleton, Stack, Switch, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/members";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { searchSettingsQuery, useSearchSettings } from "./queries";

/** How the company searches: with names or without. Its admins say so for everybody. */
export function SearchSettingsPanel({ runs }: { runs: boolean }) {
  const { t } = useTranslation();
  const settings = useQuery(searchSettingsQuery);
  const set = useSearchSettings();
  const run = useMutation({ mutationFn: set });
  const blind = run.isPending ? run.variables : settings.data?.blind;
  return (
    <Panel labelledBy="sans-noms">
      <Stack>
        <div>
          <Title order={2} id="sans-noms">
            {t("blindSearch.title")}
          </Title>
          <Text c="dimmed" mt={4}>
            {t("blindSearch.lead")}
          </Text>
        </div>
        {settings.isError && !settings.data ? (
          <ProblemNotice error={settings.error} onRetry={() => settings.refetch()} />
        ) : blind === undefined ? (
          <Skeleton height={40} role="img" aria-label={t("state.loading")} />
        ) : runs ? (
          <Switch
            label={t("blindSearch.label")}
            description={t("blindSearch.help")}
            checked={blind}
            aria-busy={run.isPending}
            onChange={(event) => run.mutate(event.currentTarget.checked)}
          />
        ) : (
          <Text>{t(blind ? "blindSearch.on" : "blindSearch.off")}</Text>
        )}
        {run.error ? <ProblemNotice error={run.error} /> : null}
        {run.isSuccess ? (
          <Text role="status" size="sm">
            {t(blind ? "blindSearch.on" : "blindSearch.off")}
          </Text>
        ) : null}
      </Stack>
    </Panel>
  );
}
