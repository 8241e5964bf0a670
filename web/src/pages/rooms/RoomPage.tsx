import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { roomQuery } from "@/features/rooms/queries";
import { RoomHead } from "@/features/rooms/RoomHead";
import { RoomMessages } from "@/features/rooms/RoomMessages";
import { useTranslation } from "@/i18n/rooms";
import { paths } from "@/lib/paths";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

/** One room: what it is, and what was said in it. */
export function RoomPage() {
  const { t } = useTranslation();
  const { room: id } = useParams({ strict: false });
  const navigate = useNavigate();
  const query = useQuery(roomQuery(id ?? ""));
  const room = query.data;
  const about = room?.session?.title ?? room?.offer?.title;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <Link to={paths.rooms}>{t("room.back")}</Link>
        <PageTitle title={room?.name ?? t("rooms.title")} {...(about ? { lead: about } : {})} />
      </div>
      {query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {room ? (
        <>
          <RoomHead room={room} onErased={() => void navigate({ to: paths.rooms })} />
          <RoomMessages key={room.id} room={room} />
        </>
      ) : query.isError ? null : (
        <Skeleton height={420} radius="lg" role="img" aria-label={t("state.loading")} />
      )}
    </Stack>
  );
}
