import { Stack } from "@mantine/core";
import { ToldList } from "@/features/notifications/ToldList";
import { useTranslation } from "@/i18n/notifications";
import { PageTitle } from "@/ui/PageTitle";

/** What one was told inside the app. */
export function NotificationsPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("told.title")} lead={t("told.lead")} />
      </div>
      <ToldList />
    </Stack>
  );
}
