import { Stack } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { RoomSearch } from "@/features/rooms/RoomSearch";
import { useTranslation } from "@/i18n/roomSearch";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { PageTitle } from "@/ui/PageTitle";

/** Finds a message in one's rooms. */
export function RoomSearchPage() {
  const { t } = useTranslation();
  const { q, salon } = useSearch({ strict: false });
  const navigate = useNavigate();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <BackLink to={paths.rooms}>{t("roomSearch.back")}</BackLink>
        <PageTitle title={t("roomSearch.title")} lead={t("roomSearch.lead")} />
      </div>
      <RoomSearch
        q={q}
        room={salon}
        onSearch={(search) =>
          void navigate({ to: paths.roomSearch, search, replace: true, resetScroll: false })
        }
      />
    </Stack>
  );
}
