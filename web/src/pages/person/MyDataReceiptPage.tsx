import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Receipt } from "@/features/privacy/Receipt";
import { useTranslation } from "@/i18n/receipts";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";

const route = getRouteApi("/guarded/mes-donnees/recus/$receipt");

/** One receipt, with the text of then. */
export function MyDataReceiptPage() {
  const { t } = useTranslation();
  const { receipt } = route.useParams();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <BackLink to={paths.myDataReceipts}>{t("receipts.back")}</BackLink>
      </div>
      <Receipt id={receipt} />
    </Stack>
  );
}
