import { Stack } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { DocumentCheck } from "@/features/records/DocumentCheck";
import { OfflineCheck } from "@/features/records/OfflineCheck";
import { useTranslation } from "@/i18n/documentCheck";
import { PageTitle } from "@/ui/PageTitle";

/** Where the QR of a certificate leads. */
export function DocumentPage() {
  const { t } = useTranslation();
  const { code = "" } = useParams({ strict: false });
  return (
    <Stack gap="lg" maw={760} mx="auto">
      <div>
        <PageTitle title={t("check.title")} lead={t("check.lead")} />
      </div>
      <DocumentCheck key={code} code={code} />
      <OfflineCheck />
    </Stack>
  );
}
