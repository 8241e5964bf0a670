import { Group, Stack } from "@mantine/core";
import { ToldList } from "@/features/notifications/ToldList";
import { useTranslation } from "@/i18n/notifications";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";

/** What one was told inside the app. */
export function NotificationsPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("told.title")} lead={t("told.lead")} />
        <Group mt="sm">
          <ButtonLink
            to={paths.notificationSettings}
            variant="default"
            leftSection={<Icon name="sliders" size={16} />}
          >
            {t("told.settings")}
          </ButtonLink>
        </Group>
      </div>
      <ToldList />
    </Stack>
  );
}
