import { Button, Group, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import type { CatalogImport } from "@/api/types";
import { formatMoment, formatNumber } from "@/lib/format";
import { useTranslation } from "@/lib/i18n";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useCatalogImports } from "./queries";

/** What each import of the catalogue did, or why it was refused. */
export function ImportHistory() {
  const { t } = useTranslation();
  const list = useCatalogImports();
  const imports = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel labelledBy="imports">
      <Stack>
        <Title order={2} id="imports">
          {t("imports.title")}
        </Title>
        {list.isError ? (
          <ProblemNotice error={list.error} onRetry={() => list.refetch()} />
        ) : list.isPending ? (
          <Skeleton height={120} role="img" aria-label={t("state.loading")} />
        ) : imports.length === 0 ? (
          <Text>{t("imports.none")}</Text>
        ) : (
          <Rows imports={imports} />
        )}
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

function Rows({ imports }: { imports: CatalogImport[] }) {
  const { t } = useTranslation();
  return (
    <Table aria-labelledby="imports" verticalSpacing="sm" style={{ overflowWrap: "anywhere" }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("imports.date")}</Table.Th>
          <Table.Th scope="col">{t("imports.release")}</Table.Th>
          <Table.Th scope="col">{t("imports.outcome")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {imports.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td>{formatMoment(entry.started_at)}</Table.Td>
            <Table.Td>{entry.release ?? t("imports.unknown")}</Table.Td>
            <Table.Td>
              {t(`imports.outcomes.${entry.outcome}`)}
              {entry.error ? <Text size="sm">{entry.error}</Text> : null}
              <Text size="sm" c="dimmed" className="nums">
                {t("imports.diff", {
                  added: formatNumber(entry.added),
                  changed: formatNumber(entry.changed),
                  retired: formatNumber(entry.retired),
                })}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
