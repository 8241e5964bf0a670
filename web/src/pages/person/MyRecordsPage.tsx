import { Stack } from "@mantine/core";
import { OwnRecords } from "@/features/records/OwnRecords";
import { useTranslation } from "@/i18n/ownRecords";
import { PageTitle } from "@/ui/PageTitle";

/** One's own attendance and certificates. */
export function MyRecordsPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("own.title")} lead={t("own.lead")} />
      </div>
      <OwnRecords />
    </Stack>
  );
}
