import { Stack } from "@mantine/core";
import { useMe } from "@/features/identity";
import { AskCopy } from "@/features/privacy/AskCopy";
import { Copies } from "@/features/privacy/Copies";
import { useTranslation } from "@/i18n/leaving";
import { PageTitle } from "@/ui/PageTitle";
import { DataNav } from "./DataNav";

/** A copy of everything held about oneself. */
export function MyDataDownloadPage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("copying.title")} lead={t("copying.lead")} />
      </div>
      <DataNav />
      {me ? <AskCopy hasTotp={me.totp_enabled} /> : null}
      <Copies />
    </Stack>
  );
}
