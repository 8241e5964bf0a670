import { Stack } from "@mantine/core";
import { RoomReceipts } from "@/features/privacy/RoomReceipts";
import { useTranslation } from "@/i18n/receipts";
import { PageTitle } from "@/ui/PageTitle";
import { DataNav } from "./DataNav";

/** What is left of the private rooms that were deleted: their receipts. */
export function RoomReceiptsPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("roomReceipts.title")} lead={t("roomReceipts.lead")} />
      </div>
      <DataNav />
      <RoomReceipts />
    </Stack>
  );
}
