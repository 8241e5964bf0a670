import { Stack } from "@mantine/core";
import { ImportList, ImportPanel } from "@/features/exports/ImportPanel";
import { useTranslation } from "@/i18n/imports";
import { PageTitle } from "@/ui/PageTitle";
import { ExportNav } from "./ExportNav";
import { PassportNav } from "./PassportNav";

/** Takes in what other platforms attested. */
export function ImportsPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("importing.page")} lead={t("importing.pageLead")} />
      </div>
      <PassportNav />
      <ExportNav />
      <ImportPanel />
      <ImportList />
    </Stack>
  );
}
