import { ActionIcon } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "@/i18n/rooms";
import { timeOf } from "@/lib/days";
import { formatMoment } from "@/lib/format";
import { Icon } from "@/ui/Icon";
import { useRoomActions } from "./actions";
import classes from "./Message.module.css";
import { MessageActions } from "./MessageActions";
import { MessageEdit } from "./MessageEdit";
import { MessageFiles } from "./MessageFiles";
import { MessageText } from "./MessageText";
import { beginning, EVERYBODY } from "./model/text";
import type { Message, Room } from "./types";
import { useLeft } from "./useLeft";

const MINUTE = 60_000;
const LOOK_EVERY_MS = 10_000;

interface Props {
  room: Room;
  message: Message;
  /** Names by public id, to show who is named. */
  names: ReadonlyMap<string, string>;
  onReply?: (message: Message) => void;
  /** Goes to the message that this one answers. */
  onQuote?: (position: number) => void;
  onUnread?: (position: number) => Promise<void>;
  /** Hears that its author takes it away. */
  onRemoving?: (id: string) => void;
}

const NOBODY: readonly string[] = [];

/** One message, and what the reader may do with it. */
export function MessageCard(props: Props) {
  const { room, message, names, onReply, onQuote, onUnread, onRemoving } = props;
  const { t } = useTranslation();
  const id = useId();
  const [editing, setEditing] = useState(false);
  const [more, setMore] = useState(false);
  const left = useLeft(message.editable_until, LOOK_EVERY_MS);
  const { author, reply_to: quote, state } = message;
  const writes = !room.read_only;
  const editable = writes && Boolean(left);
  const name = author.is_me ? t("chat.me") : author.name;
  const time = timeOf(message.sent_at);
  const named = namedIn(message, names);
  return (
    <article
      className={classes.message}
      data-mine={author.is_me || undefined}
      data-named={message.mentions_me || undefined}
      aria-label={t("chat.messageOf", { name, time })}
    >
      <div className={classes.head}>
        <p className={classes.facts}>
          <strong>{name}</strong>
          {author.side === "staff" && !author.is_me ? (
            <span className={classes.tag}>{t("chat.team")}</span>
          ) : null}
          <time dateTime={message.sent_at} title={formatMoment(message.sent_at)}>
            {time}
          </time>
          {message.edited_at && message.text !== null ? <span>{t("chat.edited")}</span> : null}
          {message.mentions_me ? <span className={classes.tag}>{t("rooms.named")}</span> : null}
          {state === "waiting" ? <span className={classes.tag}>{t("chat.waiting")}</span> : null}
        </p>
        {editing ? null : (
          <div className={classes.buttons}>
            {onReply && state === "visible" && writes && !message.is_blocked ? (
              <Tool
                icon="reply"
                label={t("chat.replyTo", { name, time })}
                onClick={() => onReply(message)}
              />
            ) : null}
            {editable ? (
              <Tool
                icon="pencil"
                label={t("chat.editFor", { count: Math.ceil((left ?? 0) / MINUTE), time })}
                onClick={() => setEditing(true)}
              />
            ) : null}
            <Tool
              icon="more"
              label={t("chat.more", { name, time })}
              expanded={more}
              controls={id}
              onClick={() => setMore(!more)}
            />
          </div>
        )}
      </div>
      {quote ? (
        <Quote onQuote={quote.position != null ? onQuote : undefined} position={quote.position}>
          <strong>{quote.author.is_me ? t("chat.me") : quote.author.name}</strong>{" "}
          {quote.text === null || quote.text === undefined
            ? t("chat.quoteGone")
            : beginning(quote.text, 120)}
        </Quote>
      ) : null}
      {editing ? (
        <MessageEdit room={room.id} message={message} onDone={() => setEditing(false)} />
      ) : (
        <>
          <Said message={message} names={named} />
          <Files room={room.id} message={message} />
        </>
      )}
      <div id={id} hidden={!more || editing}>
        {more && !editing ? (
          <MessageActions
            room={room}
            message={message}
            onUnread={onUnread ?? null}
            onRemoving={onRemoving ?? null}
          />
        ) : null}
      </div>
    </article>
  );
}

function namedIn({ mentions, mentions_everybody: all }: Message, names: Props["names"]) {
  if (mentions.length === 0 && !all) return NOBODY;
  const found = mentions.map((one) => names.get(one) ?? "");
  return all ? [...found, EVERYBODY] : found;
}

interface ToolProps {
  icon: "reply" | "pencil" | "more";
  label: string;
  expanded?: boolean;
  controls?: string;
  onClick: () => void;
}

function Tool({ icon, label, expanded, controls, onClick }: ToolProps) {
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={label}
      title={label}
      onClick={onClick}
      {...(expanded === undefined ? {} : { "aria-expanded": expanded, "aria-controls": controls })}
    >
      <Icon name={icon} size={17} />
    </ActionIcon>
  );
}

interface QuoteProps {
  position: number | null | undefined;
  onQuote: Props["onQuote"];
  children: ReactNode;
}

function Quote({ position, onQuote, children }: QuoteProps) {
  if (!onQuote || position == null) {
    return <blockquote className={classes.quote}>{children}</blockquote>;
  }
  return (
    <blockquote className={classes.quote}>
      <button type="button" className={classes.quoteButton} onClick={() => onQuote(position)}>
        {children}
      </button>
    </blockquote>
  );
}

function Said({ message, names }: { message: Message; names: readonly string[] }) {
  const { t } = useTranslation();
  const { state, text } = message;
  if (message.is_blocked) return <p className={classes.gone}>{t("chat.states.blocked")}</p>;
  const isThere = state === "visible" || state === "waiting";
  return (
    <>
      {isThere ? null : <p className={classes.gone}>{t(`chat.states.${state}`)}</p>}
      {text ? <MessageText text={text} names={names} /> : null}
    </>
  );
}

function Files({ room, message }: { room: string; message: Message }) {
  const { file } = useRoomActions(room);
  if (message.files.length === 0) return null;
  return (
    <MessageFiles files={message.files} download={({ id, name }) => file(message.id, id, name)} />
  );
}
