import { Stack, Text, Title } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import {
  type BrowseParams,
  CatalogSearch,
  JobTree,
  openBranches,
  ReleaseNote,
  toggled,
  writeBrowse,
} from "@/features/catalog";
import { useTranslation } from "@/i18n/reference";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";

const route = getRouteApi("/referentiel");

/** The catalogue of jobs and skills: found by what people say, or wandered through domain by domain. */
export function ReferencePage() {
  const { t } = useTranslation();
  const params = route.useSearch();
  const navigate = route.useNavigate();
  const open = useMemo(() => openBranches(params), [params]);
  const words = params.q ?? "";
  // One entry of the history for the whole visit: going back leaves the page, coming back restores it.
  const show = (search: BrowseParams) =>
    void navigate({ search, replace: true, resetScroll: false });

  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div>
        <PageTitle
          title={t("reference.title")}
          tab={t("reference.tab")}
          lead={t("reference.lead")}
        />
      </div>
      <CatalogSearch value={words} onChange={(typed) => show(writeBrowse(typed, open))} />
      {words === "" ? (
        <Panel labelledBy="domaines">
          <Title order={2} id="domaines">
            {t("reference.browse")}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t("reference.browseHelp")}
          </Text>
          <JobTree open={open} onToggle={(code) => show(writeBrowse(words, toggled(open, code)))} />
        </Panel>
      ) : null}
      <Panel labelledBy="source">
        <Stack gap="sm">
          <Title order={2} id="source">
            {t("reference.source")}
          </Title>
          <ReleaseNote />
        </Stack>
      </Panel>
    </Stack>
  );
}
