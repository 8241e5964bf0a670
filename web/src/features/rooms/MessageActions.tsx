import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { lazy } from "react";
import { useTranslation } from "@/i18n/rooms";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Later } from "@/ui/Later";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useRoomActions } from "./actions";
import { BreakOff } from "./BreakOff";
import classes from "./Message.module.css";
import { ReportButton } from "./ReportButton";
import type { Message, Room } from "./types";

const Moderate = lazy(async () => ({
  default: (await import("./moderation/ModerateMessage")).ModerateMessage,
}));

interface Props {
  room: Room;
  message: Message;
  /** What comes from this message on is unread again. */
  onUnread: ((position: number) => Promise<void>) | null;
  onRemoving: ((id: string) => void) | null;
}

/** What the reader may do with a message, besides answering it. */
export function MessageActions({ room, message, onUnread, onRemoving }: Props) {
  const { t } = useTranslation();
  const { remove, block } = useRoomActions(room.id);
  const unread = useMutation({ mutationFn: async (position: number) => onUnread?.(position) });
  const { author, position, state } = message;
  const { profile_id: profile } = author;
  const isThere = state === "visible" || state === "waiting" || state === "hidden";
  const moderates = room.may_moderate && room.kind !== "private";
  return (
    <div className={classes.actions}>
      {author.is_me && isThere ? (
        <ConfirmButton
          size="compact-sm"
          variant="default"
          danger
          label={t("chat.delete")}
          title={t("chat.deleteAsk")}
          confirm={t("chat.delete")}
          action={() => {
            onRemoving?.(message.id);
            return remove(message.id);
          }}
        >
          {t("chat.deleteHelp")}
        </ConfirmButton>
      ) : null}
      {position != null && onUnread ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={unread.isPending}
          onClick={() => unread.mutate(position)}
        >
          {t("chat.markUnread")}
        </Button>
      ) : null}
      {!author.is_me && position != null && state !== "removed" ? (
        <ReportButton room={room.id} message={message.id} isPrivate={room.kind === "private"} />
      ) : null}
      {!author.is_me && profile && author.side !== "staff" && !message.is_blocked ? (
        <BreakOff
          size="compact-sm"
          room={room}
          label={t("chat.block")}
          title={t("chat.blockAsk", { name: author.name })}
          help={t(room.kind === "private" ? "chat.blockHelpPrivate" : "chat.blockHelp")}
          action={() => block(profile)}
        />
      ) : null}
      {moderates ? (
        <Later height={32}>
          <Moderate room={room.id} message={message} />
        </Later>
      ) : null}
      {unread.error ? <ProblemNotice error={unread.error} /> : null}
    </div>
  );
}
