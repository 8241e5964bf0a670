import { Button, Group, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { messagesOf } from "@/api/problem";
import { useTranslation } from "@/i18n/rooms";
import { formatMoment } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type Message, type Room, useRoomActions } from "./queries";
import { ReportButton } from "./ReportButton";
import classes from "./Rooms.module.css";

const LONGEST = 4000;

interface Props {
  room: Room;
  message: Message;
  onReply: (message: Message) => void;
}

/** One message, and what the reader may do with it. */
export function MessageCard({ room, message, onReply }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const { author, reply_to: quote } = message;
  return (
    <article className={classes.message} data-mine={author.is_me || undefined}>
      <p className={classes.facts}>
        <strong>{author.is_me ? t("room.me") : author.name}</strong>
        <time dateTime={message.sent_at}>{formatMoment(message.sent_at)}</time>
        {message.edited_at ? <span>{t("room.edited")}</span> : null}
        {message.state === "waiting" ? <span>{t("room.waiting")}</span> : null}
      </p>
      {quote ? (
        <blockquote className={classes.quote}>
          {quote.author.name} · {quote.text ?? t("room.quoteGone")}
        </blockquote>
      ) : null}
      {editing ? (
        <Edit room={room.id} message={message} onDone={() => setEditing(false)} />
      ) : (
        <>
          <Said message={message} />
          <Files room={room.id} message={message} />
          <Actions
            room={room}
            message={message}
            onReply={onReply}
            onEdit={() => setEditing(true)}
          />
        </>
      )}
    </article>
  );
}

function Said({ message }: { message: Message }) {
  const { t } = useTranslation();
  const { state, text } = message;
  if (message.is_blocked) return <p className={classes.gone}>{t("room.states.blocked")}</p>;
  const isThere = state === "visible" || state === "waiting";
  return (
    <>
      {isThere ? null : <p className={classes.gone}>{t(`room.states.${state}`)}</p>}
      {text ? <p className={classes.text}>{text}</p> : null}
    </>
  );
}

function Files({ room, message }: { room: string; message: Message }) {
  const { t } = useTranslation();
  const { file } = useRoomActions(room);
  const run = useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) => file(message.id, id, name),
  });
  if (message.files.length === 0) return null;
  return (
    <>
      <div className={classes.actions}>
        {message.files.map(({ id, name }) => (
          <Button
            key={id}
            size="compact-sm"
            variant="default"
            aria-label={t("room.download", { name })}
            onClick={() => run.mutate({ id, name })}
          >
            {name}
          </Button>
        ))}
      </div>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </>
  );
}

function Actions({ room, message, onReply, onEdit }: Props & { onEdit: () => void }) {
  const { t } = useTranslation();
  const { remove, block } = useRoomActions(room.id);
  const { author } = message;
  const { profile_id: profile } = author;
  if (message.is_blocked || (message.state !== "visible" && message.state !== "waiting"))
    return null;
  return (
    <div className={classes.actions}>
      {message.state === "visible" && !room.read_only ? (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t("room.replyTo", { name: author.name })}
          onClick={() => onReply(message)}
        >
          {t("room.reply")}
        </Button>
      ) : null}
      {message.editable_until && !room.read_only ? (
        <Button size="compact-sm" variant="subtle" onClick={onEdit}>
          {t("room.edit")}
        </Button>
      ) : null}
      {author.is_me ? (
        <ConfirmButton
          size="compact-sm"
          variant="subtle"
          danger
          label={t("room.delete")}
          title={t("room.deleteAsk")}
          confirm={t("room.delete")}
          action={() => remove(message.id)}
        >
          {t("room.deleteHelp")}
        </ConfirmButton>
      ) : (
        <>
          <ReportButton room={room.id} message={message.id} />
          {profile ? (
            <ConfirmButton
              size="compact-sm"
              variant="subtle"
              danger
              label={t("room.block")}
              title={t("room.blockAsk", { name: author.name })}
              confirm={t("room.block")}
              action={() => block(profile)}
            >
              {t("room.blockHelp")}
            </ConfirmButton>
          ) : null}
        </>
      )}
    </div>
  );
}

function Edit(props: { room: string; message: Message; onDone: () => void }) {
  const { room, message, onDone } = props;
  const { t } = useTranslation();
  const { edit } = useRoomActions(room);
  const [text, setText] = useState(message.text ?? "");
  const run = useMutation({ mutationFn: () => edit(message, text.trim()), onSuccess: onDone });
  return (
    <>
      <Textarea
        label={t("room.write")}
        autosize
        autoFocus
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {run.error ? <ProblemNotice error={run.error} messages={messagesOf(run.error)} /> : null}
      <Group mt="xs" gap="xs">
        <Button size="sm" loading={run.isPending} onClick={() => run.mutate()}>
          {t("room.save")}
        </Button>
        <Button size="sm" variant="default" onClick={onDone}>
          {t("action.cancel")}
        </Button>
      </Group>
    </>
  );
}
