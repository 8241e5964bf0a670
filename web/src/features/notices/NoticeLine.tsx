import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { CatalogNotice, NoticeDecision } from "@/api/types";
import { useTranslation } from "@/i18n/notices";
import { formatDay } from "@/lib/format";
import { StateTag } from "@/ui/StateTag";
import { DecisionRefusal } from "./DecisionRefusal";
import classes from "./Notices.module.css";
import { useNoticeDecision } from "./queries";
import { effect, nameOf, said } from "./words";

interface Props {
  notice: CatalogNotice;
  organisation: string;
  /** Whether the person who looks may decide. */
  writable: boolean;
  /** Nothing can be accepted in an archived training; the panel around says so. */
  archived: boolean;
}

/** One line of a training: what the release did to it, and what becomes of it. */
export function NoticeLine({ notice, organisation, writable, archived }: Props) {
  const { t } = useTranslation();
  const { subject, code, release, created_at, decision } = notice;
  const { pending, error, act, outcome, buttons } = useDecision(notice, organisation);
  const words = { name: nameOf(notice), training: notice.training };
  return (
    <div className={classes.line} aria-busy={pending !== null}>
      <div className={classes.meta}>
        <span className={classes.subject}>
          {t(`notice.subject.${subject}`)} {code}
        </span>
        <span>{t("notice.release", { release, date: formatDay(created_at) })}</span>
      </div>
      <p className={classes.said}>{said(t, notice)}</p>
      {decision ? (
        <p className={classes.outcome} ref={outcome} tabIndex={-1}>
          <StateTag tone={decision === "accepted" ? "success" : "neutral"}>
            {t(`notice.decision.${decision}`)}
          </StateTag>
          <span>
            {t(`notice.decided.${decision}`)}{" "}
            {notice.decided_at
              ? t("notice.decidedOn", { date: formatDay(notice.decided_at) })
              : null}
          </span>
        </p>
      ) : (
        <>
          <p className={classes.effect}>{effect(t, notice)}</p>
          {writable ? (
            <div className={classes.actions} ref={buttons}>
              <Button
                variant="default"
                size="sm"
                disabled={pending === "accepted"}
                aria-label={t("notice.keepOf", words)}
                onClick={() => act("kept")}
              >
                {t("notice.keep")}
              </Button>
              <Button
                size="sm"
                loading={pending === "accepted"}
                disabled={archived}
                aria-label={t("notice.acceptOf", words)}
                onClick={() => act("accepted")}
              >
                {t("notice.accept")}
              </Button>
            </div>
          ) : null}
        </>
      )}
      {error ? <DecisionRefusal error={error} /> : null}
    </div>
  );
}

/** Takes the decision; the keyboard goes on from what took the place of the buttons, or from them when it failed. */
function useDecision(notice: CatalogNotice, organisation: string) {
  const decide = useNoticeDecision(organisation);
  const [pending, setPending] = useState<NoticeDecision | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [acted, setActed] = useState(false);
  const outcome = useRef<HTMLParagraphElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const { decision } = notice;

  const act = async (chosen: NoticeDecision) => {
    setActed(true);
    setError(null);
    setPending(chosen);
    await decide(notice, chosen).catch(setError);
    setPending(null);
  };

  useEffect(() => {
    if (acted && decision) outcome.current?.focus();
  }, [acted, decision]);
  useEffect(() => {
    if (error && !decision) buttons.current?.querySelector("button")?.focus();
  }, [error, decision]);

  return { pending, error, act, outcome, buttons };
}
