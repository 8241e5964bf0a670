import { Stack } from "@mantine/core";
import { RoomList } from "@/features/rooms/RoomList";
import { useTranslation } from "@/i18n/rooms";
import { PageTitle } from "@/ui/PageTitle";

/** Every room one reads. */
export function RoomsPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("rooms.title")} lead={t("rooms.lead")} />
      </div>
      <RoomList />
    </Stack>
  );
}
