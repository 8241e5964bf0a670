import { Stack, Text, Title } from "@mantine/core";
import type { CatalogImport } from "@/api/types";
import { useTranslation } from "@/i18n/sync";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { ImportEntry } from "./ImportEntry";
import classes from "./Imports.module.css";
import { useCatalogImports } from "./queries";

/** What each attempt to bring the catalogue up to date did, or why it was refused. */
export function ImportHistory() {
  const { t } = useTranslation();
  const list = useCatalogImports();
  return (
    <Panel labelledBy="imports">
      <Stack>
        <Title order={2} id="imports">
          {t("imports.title")}
        </Title>
        <PagedList list={list} height={120} none={<Text>{t("imports.none")}</Text>}>
          {(imports) => (
            <ul className={classes.list} aria-labelledby="imports">
              {imports.map((entry) => (
                <li key={entry.id}>
                  <ImportEntry entry={entry} unfolded={entry === newestOf(imports)} />
                </li>
              ))}
            </ul>
          )}
        </PagedList>
      </Stack>
    </Panel>
  );
}

/** The newest that changed the catalogue: what it means is shown at once. */
const newestOf = (imports: CatalogImport[]): CatalogImport | undefined =>
  imports.find(({ outcome }) => outcome === "applied");
