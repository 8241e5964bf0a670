import { Button, VisuallyHidden } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/myOffers";
import { clockOf, type Reading, secondsLeft } from "@/lib/countdown";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Received.module.css";
import type { ReadOffer } from "./types";

/** Seconds in which an answer may be taken back. */
const WHOLE = 600;
/** Minutes at which the time that is left is said aloud. */
const SPOKEN = [5, 1];

interface Props {
  read: ReadOffer;
  undo: () => Promise<unknown>;
  /** Called once, when nothing is left. */
  onOver: () => void;
}

/** The ten minutes in which an answer can be taken back, counted down by the server's clock. */
export function UndoPanel({ read, undo, onOver }: Props) {
  const { t } = useTranslation();
  const { left, said } = useLeft(read, onOver);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const answer = read.offer.state === "accepted" ? "accepted" : "refused";

  const run = async () => {
    setPending(true);
    setError(null);
    try {
      await undo();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setPending(false);
    }
  };

  if (left === 0) return null;
  return (
    <Notice
      tone={answer === "accepted" ? "success" : "info"}
      title={t(`myOffer.undo.${answer}`)}
      actions={
        <Button size="sm" variant="default" loading={pending} onClick={() => void run()}>
          {t("myOffer.undo.action")}
        </Button>
      }
    >
      <div role="timer" aria-live="off" className={classes.clock}>
        {t("myOffer.undo.left", { time: clockOf(left) })}
      </div>
      <div>{t(`myOffer.undo.${answer}Help`)}</div>
      <VisuallyHidden role="status">
        {said === null ? "" : t("myOffer.undo.spoken", { count: said })}
      </VisuallyHidden>
      {error ? <ProblemNotice error={error} /> : null}
    </Notice>
  );
}

/** Answers tell their time in whole seconds, which may be one too few: never more than all of it is left. */
const leftOf = (reading: Reading) => Math.min(WHOLE, secondsLeft(reading, performance.now()));

/** The seconds that are left, and the minutes that were just said aloud. */
function useLeft({ offer, now, at }: ReadOffer, onOver: () => void) {
  const deadline = Date.parse(offer.undo_until ?? "");
  const [left, setLeft] = useState(() => leftOf({ now, at, deadline }));
  const [said, setSaid] = useState<number | null>(null);
  const before = useRef(left);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    const look = () => {
      const found = leftOf({ now, at, deadline });
      setLeft(found);
      const moment = SPOKEN.find((one) => before.current > one * 60 && found <= one * 60);
      if (moment !== undefined) setSaid(moment);
      if (found === 0 && before.current > 0) over.current();
      before.current = found;
    };
    look();
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [now, at, deadline]);
  return { left, said };
}
