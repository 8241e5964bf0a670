import { VisuallyHidden } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/myQuizzes";
import { formatDuration, formatMoment } from "@/lib/format";
import { Icon } from "@/ui/Icon";
import classes from "./Attempt.module.css";
import { COUNTED_DOWN, clockOf, type Reading, secondsLeft, spokenAt } from "./model/countdown";

const SHORT = 300;

interface Props {
  reading: Reading;
  /** Called once, when nothing is left. */
  onOver: () => void;
}

/** The time that is left by the server's clock; said aloud when little is left. */
export function Countdown({ reading, onOver }: Props) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(() => secondsLeft(reading, performance.now()));
  const [said, setSaid] = useState("");
  const before = useRef(left);
  const ended = useRef(false);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    const look = () => {
      const now = secondsLeft(reading, performance.now());
      setLeft(now);
      const moment = spokenAt(before.current, now);
      if (moment !== null) setSaid(t("attempt.leftSpoken", { time: formatDuration(moment / 60) }));
      // Once; and again when the time that was added is over too.
      if (now === 0 && !ended.current) over.current();
      ended.current = now === 0;
      before.current = now;
    };
    look();
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [reading, t]);
  const far = left > COUNTED_DOWN;
  return (
    <>
      <span
        role="timer"
        aria-live="off"
        className={classes.clock}
        data-short={left <= SHORT || undefined}
      >
        <Icon name="clock" size={18} />
        {far
          ? t("attempt.until", { date: formatMoment(new Date(reading.deadline).toISOString()) })
          : t("attempt.left", { time: clockOf(left) })}
      </span>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
