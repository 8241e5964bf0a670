import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { AskedQuestion } from "@/api/types";
import { useTranslation } from "@/i18n/quizWords";
import { Icon } from "@/ui/Icon";
import { StateTag } from "@/ui/StateTag";
import { typedOf } from "./model/number";
import classes from "./Quizzes.module.css";

interface Props {
  question: AskedQuestion;
  /** The right choices, where they may be seen. */
  rightIds?: readonly string[];
}

/** What was answered, as it was given. */
export function GivenAnswerView({ question, rightIds }: Props): ReactNode {
  const { t } = useTranslation();
  const { answer, choices, kind, unit } = question;
  if (kind === "single" || kind === "multiple") {
    const chosen =
      answer?.kind === "single"
        ? [answer.choice_id]
        : answer?.kind === "multiple"
          ? answer.choice_ids
          : [];
    return (
      <>
        {chosen.length === 0 ? <Text c="dimmed">{t("quizWord.noAnswer")}</Text> : null}
        <ul className={classes.rows}>
          {choices.map(({ id, text }) => {
            const isChosen = chosen.includes(id);
            return (
              <li key={id}>
                <div className={classes.head}>
                  <span className={classes.main}>{text}</span>
                  <span className={classes.tags}>
                    {isChosen ? (
                      <>
                        <Icon name="check" size={16} />
                        <StateTag tone="neutral">{t("quizWord.chosen")}</StateTag>
                      </>
                    ) : null}
                    {rightIds?.includes(id) ? (
                      <StateTag tone="success">{t("quizWord.rightChoice")}</StateTag>
                    ) : null}
                  </span>
                </div>
              </li>
            );
          })}
        </ul>
      </>
    );
  }
  if (!answer) return <Text c="dimmed">{t("quizWord.noAnswer")}</Text>;
  switch (answer.kind) {
    case "true_false":
      return (
        <div className={classes.given}>
          {t(answer.is_true ? "quizWord.true" : "quizWord.false")}
        </div>
      );
    case "number":
      return <div className={classes.given}>{`${typedOf(answer.value)} ${unit ?? ""}`.trim()}</div>;
    case "short_text":
    case "long_text":
      return <div className={classes.given}>{answer.text}</div>;
    default:
      return null;
  }
}
