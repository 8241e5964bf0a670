import { Stack, Text } from "@mantine/core";
import type { ExpectedAnswer, QuestionBlock } from "@/api/types";
import { useTranslation } from "@/i18n/questions";
import { formatBytes, formatList } from "@/lib/format";
import { StateTag } from "@/ui/StateTag";
import { formatPoints, typedOf } from "./model/number";
import classes from "./Quizzes.module.css";
import { type ImageSource, Statement } from "./Statement";
import { pointsName } from "./words";

interface Props {
  content: {
    statement: QuestionBlock[];
    points: number;
    answer: ExpectedAnswer;
    explanation: string;
  };
  images: ImageSource;
}

/** A version of a question as those who teach read it, right answers included. */
export function QuestionReading({ content, images }: Props) {
  const { t } = useTranslation();
  const { answer, explanation, points, statement } = content;
  return (
    <Stack gap="sm">
      <p className={`${classes.facts} ${classes.soft}`}>
        <span>{t(`quizWord.kind.${answer.kind}`)}</span>
        <span>{pointsName(t, points)}</span>
      </p>
      <Statement blocks={statement} images={images} />
      <Expected answer={answer} />
      {explanation ? (
        <Text style={{ whiteSpace: "pre-line" }}>
          <strong>{t("questionReading.explanation")}</strong> {explanation}
        </Text>
      ) : null}
    </Stack>
  );
}

function Expected({ answer }: { answer: ExpectedAnswer }) {
  const { t } = useTranslation();
  switch (answer.kind) {
    case "single":
    case "multiple":
      return (
        <>
          {answer.kind === "multiple" ? (
            <Text size="sm" c="dimmed">
              {t(`quizWord.credit.${answer.partial_credit}`)}
            </Text>
          ) : null}
          <ul className={classes.rows}>
            {answer.choices.map((choice) => (
              <li key={choice.id}>
                <div className={classes.head}>
                  <span className={classes.main}>{choice.text}</span>
                  <span className={classes.tags}>
                    {choice.weight == null ? null : (
                      <span className={classes.figure}>
                        {t("quizWord.percent", { percent: formatPoints(choice.weight / 100) })}
                      </span>
                    )}
                    {choice.is_right ? (
                      <StateTag tone="success">{t("quizWord.rightChoice")}</StateTag>
                    ) : null}
                  </span>
                </div>
                {choice.feedback ? <span className={classes.soft}>{choice.feedback}</span> : null}
              </li>
            ))}
          </ul>
        </>
      );
    case "true_false":
      return (
        <Text>
          <strong>{t("questionReading.right")}</strong>{" "}
          {t(answer.is_true ? "quizWord.true" : "quizWord.false")}
        </Text>
      );
    case "short_text":
      return (
        <Text>
          <strong>{t("questionReading.accepted")}</strong>{" "}
          {answer.accepted
            .map(({ text, percent }) =>
              percent === 100 ? text : t("questionReading.partial", { text, percent }),
            )
            .join(" ; ")}
        </Text>
      );
    case "number":
      return (
        <Text>
          <strong>{t("questionReading.right")}</strong>{" "}
          {`${typedOf(answer.value)} ${answer.unit}`.trim()}
          {answer.tolerance > 0
            ? ` (${t("quizWord.tolerance", { tolerance: typedOf(answer.tolerance) })})`
            : null}
        </Text>
      );
    case "long_text":
    case "file":
      return (
        <>
          <Text size="sm" c="dimmed">
            {answer.kind === "long_text"
              ? t("questionReading.longest", { count: answer.max_characters })
              : t("questionReading.files", {
                  count: answer.max_files,
                  size: formatBytes(answer.max_bytes),
                  kinds: formatList(answer.kinds.map((kind) => t(`quizWord.fileKind.${kind}`))),
                })}
          </Text>
          {answer.rubric.length > 0 ? (
            <ul className={classes.rows}>
              {answer.rubric.map((one) => (
                <li key={one.title}>
                  <div className={classes.head}>
                    <strong className={classes.main}>{one.title}</strong>
                    <span className={classes.figure}>{pointsName(t, one.points)}</span>
                  </div>
                  {one.description ? <span className={classes.soft}>{one.description}</span> : null}
                </li>
              ))}
            </ul>
          ) : null}
        </>
      );
  }
}
