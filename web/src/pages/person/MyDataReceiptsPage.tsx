import { Stack } from "@mantine/core";
import { Receipts } from "@/features/privacy/Receipts";
import { useTranslation } from "@/i18n/receipts";
import { PageTitle } from "@/ui/PageTitle";
import { DataNav } from "./DataNav";

/** Everything one agreed to, refused and took back, with its signed receipts. */
export function MyDataReceiptsPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("receipts.title")} lead={t("receipts.lead")} />
      </div>
      <DataNav />
      <Receipts />
    </Stack>
  );
}
