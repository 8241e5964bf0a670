import { Text } from "@mantine/core";
import { useTranslation } from "@/i18n/rooms";
import { formatMoment } from "@/lib/format";
import classes from "./Rooms.module.css";
import type { Room } from "./types";

/** What everybody must know of a room: how long it is kept, who is waited for, who writes. */
export function RoomHead({ room }: { room: Room }) {
  const { t } = useTranslation();
  const { retention, waiting, silenced_until: silenced } = room;
  return (
    <div className={classes.facts}>
      <Text span size="sm" fw={600} c="#1c262a">
        {retention.told}
      </Text>
      {waiting ? (
        <Text span size="sm" fw={waiting.is_me ? 650 : 400}>
          {waiting.told}
        </Text>
      ) : null}
      {room.kind === "private" ? null : <span>{t(`rooms.writing.${room.writing}`)}</span>}
      {room.is_muted ? <span>{t("rooms.muted")}</span> : null}
      {silenced ? <span>{t("chat.silenced", { date: formatMoment(silenced) })}</span> : null}
    </div>
  );
}
