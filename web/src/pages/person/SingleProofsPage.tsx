import { Skeleton, Stack } from "@mantine/core";
import { Badges } from "@/features/exports/Badges";
import { ProveSkill } from "@/features/exports/ProveSkill";
import { useTranslation } from "@/i18n/singleProofs";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ExportNav } from "./ExportNav";
import { PassportNav } from "./PassportNav";
import { useOwnPassport } from "./useOwnPassport";

/** Proves one skill without the rest, and takes validations along as badges. */
export function SingleProofsPage() {
  const { t } = useTranslation();
  const { query, validated, validations } = useOwnPassport();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("prove.page")} lead={t("prove.pageLead")} />
      </div>
      <PassportNav />
      <ExportNav />
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <>
          <ProveSkill skills={validated} />
          <Badges validations={validations} />
        </>
      ) : (
        <Skeleton height={280} radius="lg" role="img" aria-label={t("state.loading")} />
      )}
    </Stack>
  );
}
