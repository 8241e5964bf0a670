import { Textarea, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import type { AskedQuestion, GivenAnswer } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { formatNumber } from "@/lib/format";
import { HELP_BELOW } from "@/ui/form";
import classes from "./Attempt.module.css";
import { FileAnswer } from "./FileAnswer";
import { numberOf, typedOf } from "./model/number";

export interface AnswerFieldProps {
  question: AskedQuestion;
  answer: GivenAnswer | null;
  /** What is wrong with it, as the server says. */
  fault: string | null;
  /** Names the field: the question. */
  labelledBy: string;
  onChange: (answer: GivenAnswer | null) => void;
}

/** Where an answer is given, by the kind of the question. */
export function AnswerField(props: AnswerFieldProps) {
  switch (props.question.kind) {
    case "single":
    case "multiple":
    case "true_false":
      return <ChoiceField {...props} />;
    case "short_text":
    case "long_text":
      return <TextField {...props} />;
    case "number":
      return <NumberField {...props} />;
    case "file":
      return <FileAnswer {...props} />;
  }
}

interface Option {
  value: string;
  text: string;
}

function ChoiceField({ question, answer, fault, labelledBy, onChange }: AnswerFieldProps) {
  const { t } = useTranslation();
  const name = useId();
  const { kind } = question;
  const multiple = kind === "multiple";
  const options: Option[] =
    kind === "true_false"
      ? [
          { value: "true", text: t("quizWord.true") },
          { value: "false", text: t("quizWord.false") },
        ]
      : question.choices.map(({ id, text }) => ({ value: id, text }));
  const chosen = chosenOf(answer);

  const pick = (value: string, on: boolean) => {
    if (kind === "single") return onChange({ kind, choice_id: value });
    if (kind === "true_false") return onChange({ kind, is_true: value === "true" });
    const ids = on ? [...chosen, value] : chosen.filter((one) => one !== value);
    onChange(ids.length > 0 ? { kind: "multiple", choice_ids: ids } : null);
  };

  return (
    <fieldset
      aria-labelledby={labelledBy}
      aria-describedby={fault ? `${name}-fault` : undefined}
      className={`${classes.fieldset} ${classes.choices}`}
    >
      {options.map(({ value, text }) => (
        <label key={value} className={classes.choice}>
          <input
            type={multiple ? "checkbox" : "radio"}
            name={name}
            checked={chosen.includes(value)}
            onChange={(event) => pick(value, event.currentTarget.checked)}
          />
          <span>{text}</span>
        </label>
      ))}
      {fault ? (
        <p id={`${name}-fault`} role="alert" style={{ margin: 0, color: "#872d1d" }}>
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}

function chosenOf(answer: GivenAnswer | null): string[] {
  switch (answer?.kind) {
    case "single":
      return [answer.choice_id];
    case "multiple":
      return answer.choice_ids;
    case "true_false":
      return [String(answer.is_true)];
    default:
      return [];
  }
}

function TextField({ question, answer, fault, labelledBy, onChange }: AnswerFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const long = question.kind === "long_text";
  const text = answer?.kind === "short_text" || answer?.kind === "long_text" ? answer.text : "";
  const most = long ? (question.max_characters ?? 50_000) : 500;
  const typed = (words: string) => {
    if (words === "") return onChange(null);
    onChange(long ? { kind: "long_text", text: words } : { kind: "short_text", text: words });
  };
  if (!long) {
    return (
      <TextInput
        label={t("attempt.answer")}
        aria-labelledby={`${id}-name ${labelledBy}`}
        labelProps={{ id: `${id}-name` }}
        maxLength={most}
        value={text}
        error={fault}
        autoComplete="off"
        onChange={(event) => typed(event.currentTarget.value)}
      />
    );
  }
  return (
    <Textarea
      label={t("attempt.answer")}
      aria-labelledby={`${id}-name ${labelledBy}`}
      labelProps={{ id: `${id}-name` }}
      description={t("attempt.characters", {
        count: [...text].length,
        most: formatNumber(most),
      })}
      inputWrapperOrder={HELP_BELOW}
      autosize
      minRows={6}
      value={text}
      error={fault}
      onChange={(event) => typed(event.currentTarget.value)}
    />
  );
}

function NumberField({ question, answer, fault, labelledBy, onChange }: AnswerFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const given = answer?.kind === "number" ? answer.value : null;
  const [typed, setTyped] = useState(given === null ? "" : typedOf(given));
  // What was answered elsewhere is shown; what is typed here stays as it is typed.
  const shown = numberOf(typed) === given || given === null ? typed : typedOf(given);
  const unread = shown.trim() !== "" && numberOf(shown) === null;
  return (
    <TextInput
      maw="18rem"
      label={t("attempt.number")}
      aria-labelledby={`${id}-name ${labelledBy}`}
      labelProps={{ id: `${id}-name` }}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      error={fault ?? (unread ? t("attempt.numberFault") : null)}
      rightSection={question.unit ? <span>{question.unit}</span> : null}
      rightSectionWidth={question.unit ? `${question.unit.length + 2}ch` : undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const value = numberOf(event.currentTarget.value);
        onChange(value === null ? null : { kind: "number", value });
      }}
    />
  );
}
