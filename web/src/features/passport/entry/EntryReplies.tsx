import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { EntryReply } from "@/api/types";
import { useTranslation } from "@/i18n/entryProof";
import { formatDateShort } from "@/lib/days";
import { formatMoment } from "@/lib/format";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import classes from "../Passport.module.css";

interface Props {
  replies: EntryReply[];
  answering?: (reply: EntryReply) => ReactNode;
  /** The way to say something more. */
  children?: ReactNode;
}

/** What the person says of an entry, and what the organisation answers. */
export function EntryReplies({ replies, answering, children }: Props) {
  const { t } = useTranslation();
  return (
    <Panel labelledBy="reponses">
      <Title order={2} id="reponses" mb="xs">
        {t("entryProof.replies")}
      </Title>
      {replies.length === 0 ? <p className={classes.said}>{t("entryProof.noReply")}</p> : null}
      {replies.length > 0 ? (
        <ul className={classes.rows}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <ReplyText reply={reply} />
              {reply.answer ? null : answering?.(reply)}
            </li>
          ))}
        </ul>
      ) : null}
      {children ? <div className={classes.below}>{children}</div> : null}
    </Panel>
  );
}

/** A reply and its answer, or until when that is due. */
export function ReplyText({ reply }: { reply: EntryReply }) {
  const { t } = useTranslation();
  const { text, replied_at: at, due_on: due, is_overdue: overdue, answer } = reply;
  const answered = reply.answered_at ? formatMoment(reply.answered_at) : "";
  return (
    <>
      <p className={classes.said}>{t("entryProof.said", { date: formatMoment(at) })}</p>
      <p className={classes.quote}>{text}</p>
      {answer ? (
        <>
          <p className={classes.said}>
            {reply.answered_by_name
              ? t("entryProof.answered", { name: reply.answered_by_name, date: answered })
              : t("entryProof.answeredBare", { date: answered })}
          </p>
          <p className={classes.quote}>{answer}</p>
        </>
      ) : (
        <p className={`${classes.below} ${classes.due}`}>
          <StateTag tone={overdue ? "error" : "warning"}>
            {t(overdue ? "entryProof.overdue" : "entryProof.due", { date: formatDateShort(due) })}
          </StateTag>
        </p>
      )}
    </>
  );
}
