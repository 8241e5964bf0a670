import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/rooms";
import { formatMoment, formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { PagedList } from "@/ui/PagedList";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { sessionRoomsQuery, useRooms } from "./queries";
import classes from "./Rooms.module.css";
import type { Room } from "./types";

/** The server counts no further. */
const COUNTED = 100;

/** The rooms one reads, the last written in first. */
export function RoomList() {
  const { t } = useTranslation();
  const list = useRooms();
  return (
    <PagedList list={list} height={280} none={<Text>{t("rooms.none")}</Text>}>
      {(rooms) => <Rows rooms={rooms} />}
    </PagedList>
  );
}

/** The rooms of one session; nothing where there is none. */
export function SessionRoomList({ session }: { session: string }) {
  const { t } = useTranslation();
  const query = useQuery(sessionRoomsQuery(session));
  if (query.isError) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data?.length === 0) return <Text c="dimmed">{t("rooms.noneInSession")}</Text>;
  return <Rows rooms={query.data ?? []} inSession />;
}

function Rows({ rooms, inSession }: { rooms: readonly Room[]; inSession?: boolean }) {
  return (
    <ul className={classes.rooms}>
      {rooms.map((room) => (
        <li key={room.id}>
          <Row room={room} inSession={inSession ?? false} />
        </li>
      ))}
    </ul>
  );
}

function Row({ room, inSession }: { room: Room; inSession: boolean }) {
  const { t } = useTranslation();
  const about = inSession ? null : (room.session?.title ?? room.offer?.title);
  const isNew = room.unread > 0 || room.is_marked_unread;
  return (
    <Link
      to={paths.room}
      params={{ room: room.id }}
      className={classes.row}
      data-new={isNew || undefined}
    >
      <span className={classes.name}>{room.name}</span>
      {isNew ? (
        <span className={classes.unread}>
          {room.unread >= COUNTED
            ? t("rooms.manyUnread", { count: formatNumber(COUNTED) })
            : room.unread > 0
              ? t("rooms.unread", { count: room.unread })
              : t("rooms.marked")}
        </span>
      ) : null}
      <span className={classes.facts}>
        <span>{t(`rooms.kinds.${room.kind}`)}</span>
        {about ? <span>{about}</span> : null}
        {room.mentions > 0 ? <strong>{t("rooms.named")}</strong> : null}
        <span>
          {room.last_message_at
            ? t("rooms.last", { date: formatMoment(room.last_message_at) })
            : t("rooms.quiet")}
        </span>
        {room.is_muted ? <span>{t("rooms.muted")}</span> : null}
        {room.waiting?.is_me ? <strong>{room.waiting.told}</strong> : null}
        {room.kind === "private" ? <span>{room.retention.told}</span> : null}
        {room.read_only ? <span>{t("rooms.readOnly")}</span> : null}
      </span>
    </Link>
  );
}
