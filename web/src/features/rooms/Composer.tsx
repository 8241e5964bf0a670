import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { messagesOf } from "@/api/problem";
import { useTranslation } from "@/i18n/rooms";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { type Draft, type Message, type Room, useRoomActions } from "./queries";
import classes from "./Rooms.module.css";

const LONGEST = 4000;

interface Leaving {
  draft: Draft;
  /** Why it did not leave; null while it is on its way. */
  error: unknown;
}

interface Props {
  room: Room;
  replyTo: Message | null;
  onReplied: () => void;
}

/** Writes in a room. What does not leave stays in sight and is sent again as the same message. */
export function Composer({ room, replyTo, onReplied }: Props) {
  const { t } = useTranslation();
  const { send } = useRoomActions(room.id);
  const [text, setText] = useState("");
  const [leaving, setLeaving] = useState<Leaving[]>([]);

  const without = (list: Leaving[], id: string) =>
    list.filter(({ draft }) => draft.client_id !== id);

  const leave = async (draft: Draft) => {
    setLeaving((list) => [...without(list, draft.client_id), { draft, error: null }]);
    try {
      await send(draft);
      setLeaving((list) => without(list, draft.client_id));
    } catch (error) {
      setLeaving((list) => [...without(list, draft.client_id), { draft, error }]);
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said === "") return;
    setText("");
    onReplied();
    void leave({
      client_id: crypto.randomUUID(),
      text: said,
      ...(replyTo ? { reply_to: replyTo.id } : {}),
    });
  };

  return (
    <Stack gap="sm">
      {leaving.map(({ draft, error }) => (
        <div key={draft.client_id} className={classes.message} data-mine>
          <p className={classes.text}>{draft.text}</p>
          {error ? (
            <>
              <ProblemNotice error={error} title={t("room.failed")} messages={messagesOf(error)} />
              <div className={classes.actions}>
                <Button size="compact-sm" variant="default" onClick={() => void leave(draft)}>
                  {t("room.again")}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => setLeaving((list) => without(list, draft.client_id))}
                >
                  {t("room.giveUp")}
                </Button>
              </div>
            </>
          ) : (
            <Text size="sm" role="status">
              {t("room.sending")}
            </Text>
          )}
        </div>
      ))}
      {room.read_only ? null : (
        <form onSubmit={submit}>
          {replyTo ? (
            <Group gap="xs">
              <Text size="sm">{t("room.replying", { name: replyTo.author.name })}</Text>
              <Button size="compact-sm" variant="subtle" onClick={onReplied}>
                {t("room.noReply")}
              </Button>
            </Group>
          ) : null}
          <Textarea
            label={t("room.write")}
            {...(room.needs_approval ? { description: t("room.approval") } : {})}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={LONGEST}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
            }}
          />
          <Group mt="xs">
            <Button type="submit">{t("room.send")}</Button>
          </Group>
        </form>
      )}
    </Stack>
  );
}
