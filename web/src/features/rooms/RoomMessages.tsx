import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Fragment, useEffect, useState } from "react";
import { useTranslation } from "@/i18n/rooms";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Composer } from "./Composer";
import { MessageCard } from "./MessageCard";
import { type Message, type Room, useMessages, useRoomActions, useRoomChanges } from "./queries";
import classes from "./Rooms.module.css";

/** What was said in a room, from the first message not read, and the way to either side. */
export function RoomMessages({ room }: { room: Room }) {
  const { t } = useTranslation();
  const list = useMessages(room.id);
  const pages = list.data?.pages ?? [];
  const from = pages.length > 0 ? Math.min(...pages.map(({ position }) => position)) : undefined;
  const changes = useRoomChanges(room.id, from);
  const { read } = useRoomActions(room.id);
  const [replyTo, setReplyTo] = useState<Message | null>(null);
  const messages = pages.flatMap(({ items }) => items);
  const newest = messages.reduce((most, { position }) => Math.max(most, position ?? 0), 0);
  // Where the unread ones began when the room was opened: reading them does not move the mark.
  const [mark, setMark] = useState<number | null | undefined>(undefined);
  const first = pages[0]?.first_unread;
  useEffect(() => {
    if (pages.length > 0) setMark((known) => (known === undefined ? (first ?? null) : known));
  }, [pages.length, first]);

  const isNew = newest > room.read_position || room.is_marked_unread;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each new place.
  useEffect(() => {
    // Another message is another chance.
    if (isNew && newest > 0) read(newest).catch(() => undefined);
  }, [newest, isNew]);

  if (!list.data) {
    return list.isError ? (
      <ProblemNotice error={list.error} onRetry={() => list.refetch()} />
    ) : (
      <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />
    );
  }
  return (
    <Stack>
      <Title order={2}>{t("room.messages")}</Title>
      {list.hasPreviousPage ? (
        <Button
          variant="default"
          loading={list.isFetchingPreviousPage}
          onClick={() => list.fetchPreviousPage()}
        >
          {t("room.earlier")}
        </Button>
      ) : null}
      {messages.length === 0 ? <Text c="dimmed">{t("room.empty")}</Text> : null}
      <ol className={classes.messages} aria-label={t("room.messages")}>
        {messages.map((message) => (
          <Fragment key={message.id}>
            <li>
              {mark != null && message.position === mark ? (
                <p className={classes.marker}>{t("room.firstUnread")}</p>
              ) : null}
              <MessageCard room={room} message={message} onReply={setReplyTo} />
            </li>
          </Fragment>
        ))}
      </ol>
      {list.hasNextPage ? (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {t("room.later")}
        </Button>
      ) : null}
      {list.isError ? <ProblemNotice error={list.error} /> : null}
      {changes.isError ? (
        <ProblemNotice error={changes.error} onRetry={() => void changes.refetch()} />
      ) : null}
      <Composer room={room} replyTo={replyTo} onReplied={() => setReplyTo(null)} />
    </Stack>
  );
}
