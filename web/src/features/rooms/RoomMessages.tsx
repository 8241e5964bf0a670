import { Button, Group, Skeleton, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useOnline, useReachable } from "@/api/connection";
import { useTranslation } from "@/i18n/rooms";
import { useSilence } from "@/lib/liveStatus";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Composer } from "./Composer";
import { LeavingList } from "./LeavingList";
import { MessageList } from "./MessageList";
import { type Entry, useMessages, useRoomChanges } from "./messageQueries";
import { membersQuery } from "./queries";
import classes from "./Rooms.module.css";
import type { Message, Room } from "./types";
import { useArrivals } from "./useArrivals";
import { useAtEnd } from "./useAtEnd";
import { useOnTheirWay } from "./useOnTheirWay";
import { useOwnWaiting } from "./useOwnWaiting";
import { useEntrance, useHeldPlace } from "./usePlaces";
import { useReading } from "./useReading";

interface Props {
  room: Room;
  entry: Entry;
  /** Comes in elsewhere: at a message, or at the newest. */
  onEntry: (entry: Entry) => void;
}

/** What was said in a room, from where the reader comes in, and the way to either side. */
export function RoomMessages({ room, entry, onEntry }: Props) {
  const { t } = useTranslation();
  const list = useMessages(room.id, entry);
  const silent = useSilence();
  const pages = list.data?.pages ?? [];
  const changes = useRoomChanges(room.id, entry, list.data, !silent);
  const members = useQuery(membersQuery(room.id)).data;
  const names = useMemo(
    () => new Map((members ?? []).map((one) => [one.profile_id, one.name])),
    [members],
  );
  const messages = useMemo(
    () => (list.data?.pages ?? []).flatMap(({ items }) => items),
    [list.data],
  );
  const firstUnread = pages.at(-1)?.first_unread ?? null;
  const reading = useReading(room, messages, firstUnread);
  const [replyTo, setReplyTo] = useState<Message | null>(null);
  const { end, isAtEnd, toEnd } = useAtEnd();
  const upToDate = changes.isSuccess && !changes.isFetching && !list.hasNextPage;
  const own = useOwnWaiting(room, messages, upToDate);
  const leaving = useOnTheirWay(room, messages, own.waiting);
  // Where the unread ones began when the room was opened: reading them does not move the mark.
  const [mark, setMark] = useState<number | null | undefined>(undefined);
  if (list.data && mark === undefined) setMark(pages[0]?.first_unread ?? null);

  const content = useRef<HTMLDivElement>(null);
  useEntrance(content, list.data !== undefined, { entry, mark: mark ?? null, toEnd });
  const arrivals = useArrivals(list.data && messages, isAtEnd && !list.hasNextPage, toEnd);
  const hold = useHeldPlace(content, messages[0]?.id);

  const sent = () => {
    if (list.hasNextPage) onEntry("newest");
    else requestAnimationFrame(toEnd);
  };
  const quote = (position: number) => {
    const there = content.current?.querySelector(`[data-place="${position}"]`);
    if (there) there.scrollIntoView({ block: "center" });
    else onEntry(position);
  };

  return (
    <div ref={content}>
      <Stack>
        <VisuallyHidden>
          <Title order={2}>{t("chat.messages")}</Title>
        </VisuallyHidden>
        {list.data ? null : list.isError ? (
          <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />
        )}
        {list.isFetchPreviousPageError ? (
          <ProblemNotice
            error={list.error}
            title={t("chat.earlierFailed")}
            onRetry={() => void list.fetchPreviousPage()}
          />
        ) : list.hasPreviousPage ? (
          <Group justify="center">
            <Button
              variant="default"
              loading={list.isFetchingPreviousPage}
              onClick={() => {
                hold();
                void list.fetchPreviousPage();
              }}
            >
              {t("chat.earlier")}
            </Button>
          </Group>
        ) : null}
        {list.data && messages.length + own.waiting.length + leaving.length === 0 ? (
          <Text c="dimmed">{t("chat.empty")}</Text>
        ) : null}
        <MessageList
          room={room}
          messages={messages}
          names={names}
          mark={mark ?? null}
          target={typeof entry === "number" ? entry : null}
          watch={reading.watch}
          onReply={setReplyTo}
          onQuote={quote}
          onUnread={reading.unread}
          onAllRead={list.hasNextPage ? null : reading.all}
        />
        {list.isFetchNextPageError ? (
          <ProblemNotice
            error={list.error}
            title={t("chat.laterFailed")}
            onRetry={() => void list.fetchNextPage()}
          />
        ) : list.hasNextPage ? (
          <Group justify="center">
            <Button
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t("chat.later")}
            </Button>
            <Button variant="subtle" onClick={() => onEntry("newest")}>
              {t("chat.toNewest")}
            </Button>
          </Group>
        ) : null}
        <MessageList
          room={room}
          messages={own.waiting}
          names={names}
          label={t("chat.ownWaiting")}
          onRemoving={own.forget}
        />
        {own.refused.map((message) => (
          <Notice
            key={message.id}
            tone="warning"
            announce
            title={t("chat.notPublished")}
            actions={
              <Button size="sm" variant="default" onClick={() => own.forget(message.id)}>
                {t("action.close")}
              </Button>
            }
          >
            <p className={classes.kept}>{message.text}</p>
            {t("chat.notPublishedHelp")}
          </Notice>
        ))}
        <LeavingList room={room.id} leaving={leaving} />
        {changes.isError ? (
          <ProblemNotice
            error={changes.error}
            title={t("chat.changesFailed")}
            onRetry={() => void changes.refetch()}
          />
        ) : null}
      </Stack>
      <div ref={end} className={classes.end} />
      <VisuallyHidden role="status">{arrivals.said}</VisuallyHidden>
      <div className={classes.foot}>
        <Silence silent={silent} />
        {arrivals.count > 0 ? (
          <Group justify="center">
            <Button size="compact-md" radius="xl" onClick={toEnd}>
              {t("chat.arrived", { count: arrivals.count })}
            </Button>
          </Group>
        ) : null}
        {room.read_only ? (
          <Notice icon="info">{room.read_only.told}</Notice>
        ) : (
          <Composer
            room={room}
            replyTo={replyTo}
            onReplied={() => setReplyTo(null)}
            onSent={sent}
          />
        )}
        {room.kind === "private" ? <p className={classes.deadline}>{room.retention.told}</p> : null}
      </div>
    </div>
  );
}

/** Nothing is told live: said where nothing else says that there is no connection. */
function Silence({ silent }: { silent: boolean }) {
  const { t } = useTranslation();
  const connected = useOnline();
  const reachable = useReachable();
  return (
    <div role="status">
      {silent && connected && reachable ? (
        <p className={classes.silence}>{t("chat.silent")}</p>
      ) : null}
    </div>
  );
}
