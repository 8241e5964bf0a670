import { Stack } from "@mantine/core";
import { ShareForm } from "@/features/exports/ShareForm";
import { ShareList } from "@/features/exports/ShareList";
import { useTranslation } from "@/i18n/shares";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ExportNav } from "./ExportNav";
import { PassportNav } from "./PassportNav";
import { useOwnPassport } from "./useOwnPassport";

/** Shows one's passport to somebody by a link, for a while. */
export function SharesPage() {
  const { t } = useTranslation();
  const { query, skills } = useOwnPassport();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("sharing.page")} lead={t("sharing.pageLead")} />
      </div>
      <PassportNav />
      <ExportNav />
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      <ShareForm skills={skills} />
      <ShareList />
    </Stack>
  );
}
