import { Stack } from "@mantine/core";
import { ExportForm } from "@/features/exports/ExportForm";
import { ExportList } from "@/features/exports/ExportList";
import { LogList } from "@/features/exports/LogList";
import { useTranslation } from "@/i18n/exports";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ExportNav } from "./ExportNav";
import { PassportNav } from "./PassportNav";
import { useOwnPassport } from "./useOwnPassport";

/** Takes one's passport along, at any time and without asking anybody; and what left it before. */
export function ExportsPage() {
  const { t } = useTranslation();
  const { query, skills } = useOwnPassport();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("exporting.page")} lead={t("exporting.pageLead")} />
      </div>
      <PassportNav />
      <ExportNav />
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      <ExportForm skills={skills} />
      <ExportList />
      <LogList />
    </Stack>
  );
}
