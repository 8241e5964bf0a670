import { ActionIcon, Button, Text, Textarea, VisuallyHidden } from "@mantine/core";
import {
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "@/i18n/rooms";
import { formatNumber } from "@/lib/format";
import { sessionStore } from "@/lib/sessionStore";
import { Icon } from "@/ui/Icon";
import { AttachedList } from "./AttachedList";
import classes from "./Composer.module.css";
import { FileInput } from "./FileInput";
import { MentionList, optionId } from "./MentionList";
import { mentionsIn } from "./model/mentions";
import { beginning, LONGEST, lengthOf } from "./model/text";
import { outbox } from "./outbox";
import type { Message, Room } from "./types";
import { useFiles } from "./useFiles";
import { useMentions } from "./useMentions";

/** From here on the characters that are left are counted. */
const NEARLY = LONGEST - 400;
const DRAFTS = { group: "room-draft:", most: 20 };

/** Otherwise the field is only described by what the library itself draws. */
const OWN_ARIA = { withAria: false } as object;

interface Props {
  room: Room;
  replyTo: Message | null;
  onReplied: () => void;
  onSent: () => void;
}

const keptText = (room: string): string => {
  const kept = sessionStore.read(DRAFTS.group + room);
  return typeof kept === "string" ? kept : "";
};

function keep(room: string, text: string): void {
  if (text === "") sessionStore.remove(DRAFTS.group + room);
  else sessionStore.write(DRAFTS.group + room, text, DRAFTS);
}

/** Under a finger, Enter goes to the next line: the button sends. */
const hasKeyboard = (): boolean => !matchMedia("(pointer: coarse)").matches;

/** Writes in a room: names people, joins files, answers a message. What was typed is kept while one is logged in. */
export function Composer({ room, replyTo, onReplied, onSent }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [writing, setWriting] = useState(() => ({ text: keptText(room.id), caret: 0 }));
  const [fault, setFault] = useState<string | null>(null);
  const files = useFiles();
  const write = (to: { text: string; caret: number }) => {
    setWriting(to);
    setFault(null);
    keep(room.id, to.text);
  };
  const placed = useRef<number | null>(null);
  const mentions = useMentions(room, writing, (to) => {
    placed.current = to.caret;
    write(to);
  });
  const { text } = writing;
  const length = lengthOf(text);
  const tooLong = length > LONGEST;

  // After a name was put in, one writes on behind it.
  useLayoutEffect(() => {
    if (placed.current === null) return;
    area.current?.setSelectionRange(placed.current, placed.current);
    placed.current = null;
  });
  useEffect(() => {
    if (replyTo) area.current?.focus();
  }, [replyTo]);

  const refuse = (words: string) => {
    setFault(words);
    area.current?.focus();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Half of a sign, as a cut paste leaves it, is no text.
    const said = text.replace(/\p{Surrogate}/gu, "").trim();
    const cards = files.files.flatMap(({ card }) => (card ? [card] : []));
    if (tooLong) return refuse(t("compose.tooLong", { max: formatNumber(LONGEST) }));
    if (cards.length < files.files.length) return refuse(t("compose.filesWait"));
    if (said === "" && cards.length === 0) return refuse(t("compose.nothing"));
    outbox.add(room.id, {
      draft: {
        client_id: crypto.randomUUID(),
        text: said,
        file_ids: cards.map((card) => card.id),
        ...mentionsIn(said, mentions.chosen),
        ...(replyTo ? { reply_to: replyTo.id } : {}),
      },
      written_at: new Date().toISOString(),
      files: cards.map(({ name }) => name),
      answers: replyTo?.author.name ?? null,
    });
    write({ text: "", caret: 0 });
    files.clear();
    mentions.forget();
    onReplied();
    onSent();
    area.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (mentions.onKey(event) || event.key !== "Enter" || event.nativeEvent.isComposing) return;
    const asked = event.ctrlKey || event.metaKey || (hasKeyboard() && !event.shiftKey);
    if (asked) submit(event);
  };

  const select = () => {
    const caret = area.current?.selectionStart ?? 0;
    setWriting((now) => (now.caret === caret ? now : { ...now, caret }));
  };

  const open = mentions.found.length > 0;
  return (
    <form onSubmit={submit} className={classes.composer}>
      {replyTo ? (
        <div className={classes.reply}>
          <Text size="sm" className={classes.replyText ?? ""}>
            {t("compose.replying", { name: replyTo.author.name })}{" "}
            <span className={classes.soft}>{beginning(replyTo.text ?? "")}</span>
          </Text>
          <ActionIcon
            variant="subtle"
            size="md"
            aria-label={t("compose.noReply")}
            onClick={() => {
              onReplied();
              area.current?.focus();
            }}
          >
            <Icon name="close" size={16} />
          </ActionIcon>
        </div>
      ) : null}
      <AttachedList files={files.files} onRemove={files.remove} onRetry={files.retry} />
      {open ? (
        <MentionList
          id={id}
          people={mentions.found}
          at={mentions.at}
          onPick={(one) => {
            mentions.pick(one);
            area.current?.focus();
          }}
        />
      ) : null}
      <VisuallyHidden role="status">
        {open ? t("compose.found", { count: mentions.found.length }) : ""}
      </VisuallyHidden>
      <div className={classes.line}>
        <FileInput
          taken={files.files.length}
          onChoose={(chosen, words) => {
            setFault(words);
            files.add(chosen);
          }}
        />
        <Textarea
          ref={area}
          className={classes.area ?? ""}
          {...OWN_ARIA}
          aria-invalid={fault !== null}
          aria-label={t("compose.write")}
          placeholder={t("compose.write")}
          autosize
          minRows={1}
          maxRows={8}
          value={text}
          error={fault !== null}
          aria-describedby={fault === null ? `${id}-aide` : `${id}-faute ${id}-aide`}
          aria-autocomplete="list"
          {...(open
            ? { "aria-controls": id, "aria-activedescendant": optionId(id, mentions.at) }
            : {})}
          onChange={(event) => {
            const { value, selectionStart } = event.currentTarget;
            write({ text: value, caret: selectionStart });
          }}
          onSelect={select}
          onKeyDown={onKeyDown}
        />
        <Button type="submit" className={classes.send ?? ""}>
          {t("compose.send")}
        </Button>
      </div>
      {fault === null ? null : (
        <p id={`${id}-faute`} className={classes.fault} role="alert">
          {fault}
        </p>
      )}
      <p id={`${id}-aide`} className={classes.help}>
        {room.needs_approval ? <strong>{t("compose.approval")} </strong> : null}
        {hasKeyboard() ? (
          <span className={classes.keys}>
            {t(room.kind === "private" ? "compose.keysOfTwo" : "compose.keys")}
          </span>
        ) : null}
        {length > NEARLY ? (
          <span className={classes.count} data-faulty={tooLong || undefined}>
            {t("compose.count", { count: length, max: formatNumber(LONGEST) })}
          </span>
        ) : null}
      </p>
    </form>
  );
}
