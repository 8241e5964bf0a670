import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/rooms";
import { formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { PagedList } from "@/ui/PagedList";
import { type Room, useRooms } from "./queries";
import classes from "./Rooms.module.css";

/** The rooms one reads, those with something new first said so. */
export function RoomList() {
  const { t } = useTranslation();
  const list = useRooms();
  return (
    <PagedList list={list} height={280} none={<Text>{t("rooms.none")}</Text>}>
      {(rooms) => (
        <ul className={classes.rooms}>
          {rooms.map((room) => (
            <li key={room.id}>
              <Row room={room} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function Row({ room }: { room: Room }) {
  const { t } = useTranslation();
  const about = room.session?.title ?? room.offer?.title;
  const isNew = room.unread > 0 || room.is_marked_unread;
  return (
    <Link
      to={paths.room}
      params={{ room: room.id }}
      className={classes.row}
      data-new={isNew || undefined}
    >
      <span className={classes.name}>{room.name}</span>
      <span className={classes.facts}>
        <span>{t(`rooms.kinds.${room.kind}`)}</span>
        {about ? <span>{about}</span> : null}
        <span>
          {room.last_message_at
            ? t("rooms.last", { date: formatMoment(room.last_message_at) })
            : t("rooms.quiet")}
        </span>
        {room.is_muted ? <span>{t("rooms.muted")}</span> : null}
        {room.waiting ? <span>{room.waiting.told}</span> : null}
      </span>
      {isNew ? (
        <span className={classes.unread}>
          {room.unread > 0 ? t("rooms.unread", { count: room.unread }) : t("rooms.marked")}
          {room.mentions > 0 ? ` · ${t("rooms.named")}` : null}
        </span>
      ) : null}
    </Link>
  );
}
