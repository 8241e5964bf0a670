import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "@/i18n/rooms";
import { dayOf, formatDate, today } from "@/lib/days";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { MessageCard } from "./MessageCard";
import classes from "./Rooms.module.css";
import type { Message, Room } from "./types";

interface Props {
  room: Room;
  messages: readonly Message[];
  names: ReadonlyMap<string, string>;
  /** Stands in the place of the name of the list. */
  label?: string;
  /** The first message that was not read. */
  mark?: number | null;
  /** The message that was asked for. */
  target?: number | null;
  watch?: (element: Element, position: number) => () => void;
  onReply?: (message: Message) => void;
  onQuote?: (position: number) => void;
  onUnread?: (position: number) => Promise<void>;
  onAllRead?: (() => Promise<void>) | null;
  onRemoving?: (id: string) => void;
}

/** Messages in their order, day by day. */
export function MessageList(props: Props) {
  const { room, messages, names, label, mark, target, watch, onAllRead, ...on } = props;
  const { t } = useTranslation();
  if (messages.length === 0) return null;
  return (
    <ol className={classes.messages} aria-label={label ?? t("chat.messages")}>
      {messages.map((message, at) => {
        const day = dayOf(message.sent_at);
        const before = messages[at - 1];
        const isNewDay = !before || dayOf(before.sent_at) !== day;
        const { position } = message;
        return (
          <li
            key={message.id}
            data-place={position ?? undefined}
            data-target={(target != null && position === target) || undefined}
          >
            {isNewDay ? (
              <p className={classes.day}>{day === today() ? t("chat.today") : formatDate(day)}</p>
            ) : null}
            {mark != null && position === mark ? <Mark onAllRead={onAllRead ?? null} /> : null}
            <MessageCard room={room} message={message} names={names} {...on} />
            {watch && position != null ? <End position={position} watch={watch} /> : null}
          </li>
        );
      })}
    </ol>
  );
}

function Mark({ onAllRead }: { onAllRead: (() => Promise<void>) | null }) {
  const { t } = useTranslation();
  const run = useMutation({ mutationFn: async () => onAllRead?.() });
  return (
    <div className={classes.marker}>
      <span>{t("chat.firstUnread")}</span>
      {onAllRead && !run.isSuccess ? (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={run.isPending}
          onClick={() => run.mutate()}
        >
          {t("chat.allRead")}
        </Button>
      ) : null}
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </div>
  );
}

/** Where a message ends: once it was on the screen, the message was read. */
function End({ position, watch }: { position: number; watch: NonNullable<Props["watch"]> }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => (place.current ? watch(place.current, position) : undefined), [position, watch]);
  return <span ref={place} className={classes.endOf} data-end={position} />;
}
