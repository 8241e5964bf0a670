import { Group, Stack } from "@mantine/core";
import { BlockedPeople } from "@/features/rooms/BlockedPeople";
import { RoomList } from "@/features/rooms/RoomList";
import { useTranslation } from "@/i18n/rooms";
import { paths } from "@/lib/paths";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";

/** Every room one reads. */
export function RoomsPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("rooms.title")} lead={t("rooms.lead")} />
        <Group gap="xs" mt="sm">
          <ButtonLink
            to={paths.roomSearch}
            variant="default"
            leftSection={<Icon name="search" size={16} />}
          >
            {t("rooms.search")}
          </ButtonLink>
          <ButtonLink to={paths.roomReceipts} variant="default">
            {t("rooms.receipts")}
          </ButtonLink>
        </Group>
      </div>
      <RoomList />
      <BlockedPeople />
    </Stack>
  );
}
