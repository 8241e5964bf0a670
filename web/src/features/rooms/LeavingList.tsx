import { Button } from "@mantine/core";
import { messagesOf } from "@/api/problem";
import { useTranslation } from "@/i18n/rooms";
import { timeOf } from "@/lib/days";
import { formatList } from "@/lib/format";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Message.module.css";
import { MessageText } from "./MessageText";
import { type Leaving, outbox } from "./outbox";

interface Props {
  room: string;
  leaving: readonly Leaving[];
}

/** Messages that are not in the room yet: on their way, waiting for the connection, refused. */
export function LeavingList({ room, leaving }: Props) {
  const { t } = useTranslation();
  if (leaving.length === 0) return null;
  return (
    <ul className={classes.leaving} aria-label={t("leaving.title")}>
      {leaving.map((one) => (
        <li key={one.draft.client_id}>
          <One room={room} one={one} />
        </li>
      ))}
    </ul>
  );
}

function One({ room, one }: { room: string; one: Leaving }) {
  const { t } = useTranslation();
  const { draft, files, answers, state, error } = one;
  const id = draft.client_id;
  const waits = state === "queued" && error !== null;
  const word = state === "sent" ? "sent" : waits ? "waits" : "sending";
  return (
    <article className={classes.message} data-mine aria-label={t("leaving.one")}>
      <p className={classes.facts}>
        <strong>{t("chat.me")}</strong>
        <time dateTime={one.written_at}>{timeOf(one.written_at)}</time>
      </p>
      {answers ? <p className={classes.state}>{t("compose.replying", { name: answers })}</p> : null}
      {draft.text ? <MessageText text={draft.text} names={[]} /> : null}
      {files.length > 0 ? <p className={classes.state}>{formatList([...files])}</p> : null}
      {state === "refused" ? (
        <ProblemNotice error={error} title={t("leaving.refused")} messages={messagesOf(error)} />
      ) : (
        <p className={classes.state} role="status">
          {t(`leaving.${word}`)}
        </p>
      )}
      {state === "refused" || waits ? (
        <div className={classes.actions}>
          <Button size="compact-sm" variant="default" onClick={() => outbox.retry(room, id)}>
            {t("leaving.again")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => outbox.drop(room, id)}>
            {t("leaving.giveUp")}
          </Button>
        </div>
      ) : null}
    </article>
  );
}
