import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "@/i18n/attendance";
import classes from "./Marks.module.css";
import { minutesOf } from "./model/draft";

const USUAL = [5, 10, 15, 30];

interface Props {
  name: string;
  /** What is proposed. */
  minutes: number;
  /** The length of the half-day. */
  most: number;
  onDone: (minutes: number) => void;
  onCancel: () => void;
}

/** How late somebody is: typed and confirmed with Enter, or touched. */
export function LateEntry({ name, minutes, most, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(String(minutes));
  const [faulty, setFaulty] = useState(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const confirm = () => {
    const found = minutesOf(text, most);
    setFaulty(found === null);
    if (found === null) input.current?.focus();
    else onDone(found);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a form would be one of many of the same name
    <div role="group" aria-label={t("roll.lateOf", { name })} className={classes.late}>
      <div>
        <label htmlFor={id}>{t("mark.minutes")}</label>
        <input
          ref={input}
          id={id}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={text}
          aria-invalid={faulty || undefined}
          aria-describedby={faulty ? `${id}-fault` : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              confirm();
            } else if (event.key === "Escape") {
              event.preventDefault();
              onCancel();
            }
          }}
        />
      </div>
      {USUAL.filter((usual) => usual <= most).map((usual) => (
        <button key={usual} type="button" className={classes.chip} onClick={() => onDone(usual)}>
          {t("roll.usual", { minutes: usual })}
        </button>
      ))}
      <button type="button" className={classes.chip} data-main onClick={confirm}>
        {t("roll.confirmLate")}
      </button>
      <button type="button" className={classes.chip} onClick={onCancel}>
        {t("action.cancel")}
      </button>
      {faulty ? (
        <p id={`${id}-fault`} className={classes.fault} role="alert">
          {t("mark.fault.minutes", { most })}
        </p>
      ) : null}
    </div>
  );
}
