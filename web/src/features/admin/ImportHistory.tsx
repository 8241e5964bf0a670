import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "@/i18n/sync";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ImportEntry } from "./ImportEntry";
import classes from "./Imports.module.css";
import { useCatalogImports } from "./queries";

/** What each attempt to bring the catalogue up to date did, or why it was refused. */
export function ImportHistory() {
  const { t } = useTranslation();
  const list = useCatalogImports();
  const imports = list.data?.pages.flatMap((page) => page.items) ?? [];
  const newest = imports.find(({ outcome }) => outcome === "applied");
  return (
    <Panel labelledBy="imports">
      <Stack>
        <Title order={2} id="imports">
          {t("imports.title")}
        </Title>
        {list.isError && !list.data ? (
          <ProblemNotice error={list.error} onRetry={() => list.refetch()} />
        ) : list.isPending ? (
          <Skeleton height={120} role="img" aria-label={t("state.loading")} />
        ) : imports.length === 0 ? (
          <Text>{t("imports.none")}</Text>
        ) : (
          <ul className={classes.list} aria-labelledby="imports">
            {imports.map((entry) => (
              <li key={entry.id}>
                <ImportEntry entry={entry} unfolded={entry === newest} />
              </li>
            ))}
          </ul>
        )}
        {list.isFetchNextPageError ? <ProblemNotice error={list.error} /> : null}
        {list.hasNextPage ? (
          <Group>
            <Button
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => list.fetchNextPage()}
            >
              {t("action.more")}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Panel>
  );
}
