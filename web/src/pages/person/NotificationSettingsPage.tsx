import { Stack } from "@mantine/core";
import { Settings } from "@/features/notifications/Settings";
import { useTranslation } from "@/i18n/notificationSettings";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { PageTitle } from "@/ui/PageTitle";

/** How one wants to be told of things. */
export function NotificationSettingsPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <BackLink to={paths.notifications}>{t("notifySettings.back")}</BackLink>
        <PageTitle title={t("notifySettings.title")} lead={t("notifySettings.lead")} />
      </div>
      <Settings />
    </Stack>
  );
}
