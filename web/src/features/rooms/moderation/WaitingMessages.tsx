import { Button, Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/moderation";
import { formatMoment } from "@/lib/format";
import { PagedList } from "@/ui/PagedList";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { ReasonButton } from "@/ui/ReasonButton";
import { useRoomActions } from "../actions";
import { MessageFiles } from "../MessageFiles";
import { useWaiting } from "../queries";
import type { Message } from "../types";
import classes from "./Moderation.module.css";
import { useModeration } from "./queries";

/** Messages that wait to be let through, the oldest first. */
export function WaitingMessages({ room }: { room: string }) {
  const { t } = useTranslation();
  const list = useWaiting(room);
  return (
    <PagedList list={list} height={160} none={<Text>{t("moderation.noneWaiting")}</Text>}>
      {(messages) => (
        <ul className={classes.rows} aria-label={t("moderation.waiting")}>
          {messages.map((message) => (
            <li key={message.id}>
              <One room={room} message={message} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function One({ room, message }: { room: string; message: Message }) {
  const { t } = useTranslation();
  const { approve, refuse } = useModeration(room);
  const { file } = useRoomActions(room);
  const run = useMutation({ mutationFn: () => approve(message.id) });
  const { name } = message.author;
  return (
    <article className={classes.row} aria-label={t("moderation.messageOf", { name })}>
      <p className={classes.facts}>
        <strong>{name}</strong>
        <time dateTime={message.sent_at}>{formatMoment(message.sent_at)}</time>
        {message.edited_at ? <span>{t("moderation.edited")}</span> : null}
      </p>
      {message.reply_to ? (
        <p className={classes.facts}>
          {t("moderation.answers", { name: message.reply_to.author.name })}
        </p>
      ) : null}
      {message.text ? <p className={classes.said}>{message.text}</p> : null}
      {message.files.length > 0 ? (
        <MessageFiles
          files={message.files}
          download={({ id, name: called }) => file(message.id, id, called)}
        />
      ) : null}
      {run.error ? <ProblemNotice error={run.error} /> : null}
      <Group gap="xs" mt="sm">
        <Button
          size="sm"
          loading={run.isPending}
          aria-label={t("moderation.approveOf", { name })}
          onClick={() => run.mutate()}
        >
          {t("moderation.approve")}
        </Button>
        <ReasonButton
          size="sm"
          label={t("moderation.refuse")}
          aria-label={t("moderation.refuseOf", { name })}
          title={t("moderation.refuseOf", { name })}
          help={t("moderation.refuseHelp")}
          confirm={t("moderation.refuse")}
          action={(reason) => refuse(message.id, reason)}
        />
      </Group>
    </article>
  );
}
