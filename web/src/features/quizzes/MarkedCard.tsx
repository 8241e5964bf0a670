import { Stack, Text } from "@mantine/core";
import { useId } from "react";
import { useDownload } from "@/api/download";
import type { FileCard, MarkedQuestion } from "@/api/types";
import { useTranslation } from "@/i18n/quizWords";
import { formatBytes, formatMoment } from "@/lib/format";
import { Icon } from "@/ui/Icon";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { GivenAnswerView } from "./GivenAnswerView";
import { typedOf } from "./model/number";
import classes from "./Quizzes.module.css";
import { type ImageSource, Statement } from "./Statement";
import { outOf, pointsName } from "./words";

const TONES = { right: "success", partial: "warning", wrong: "error", missing: "neutral" } as const;
const ICONS = { right: "check", partial: "minus", wrong: "close", missing: "minus" } as const;

interface Props {
  question: MarkedQuestion;
  number: number;
  images: ImageSource;
  files: (file: string) => Promise<Blob>;
}

/** A question once it is scored: what was answered, its points, what is right and why. */
export function MarkedCard({ question, number, images, files }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { verdict, given_points: given, points, key, grade, statement } = question;
  return (
    <section aria-labelledby={id}>
      <Stack gap="sm">
        <div className={classes.head}>
          <h3 id={id} className={classes.title}>
            {t("quizWord.question", { number })}
          </h3>
          <span className={classes.tags}>
            {verdict ? (
              <>
                <Icon name={ICONS[verdict]} size={16} />
                <StateTag tone={TONES[verdict]}>{t(`quizWord.verdict.${verdict}`)}</StateTag>
              </>
            ) : (
              <StateTag tone={given == null ? "warning" : "neutral"}>
                {given == null ? t("quizWord.verdict.waiting") : pointsName(t, given)}
              </StateTag>
            )}
            <span className={classes.figure}>
              {given == null ? pointsName(t, points) : outOf(t, given, points)}
            </span>
          </span>
        </div>
        <Statement blocks={statement} images={images} />
        <GivenAnswerView question={question} rightIds={key.right_choice_ids} />
        <Files cards={question.answer_files} files={files} />
        <Right question={question} />
        {key.feedback.map((text) => (
          <Text key={text} style={{ whiteSpace: "pre-line" }}>
            <strong>{t("quizWord.remark")}</strong> {text}
          </Text>
        ))}
        {key.explanation ? (
          <Text style={{ whiteSpace: "pre-line" }}>
            <strong>{t("quizWord.why")}</strong> {key.explanation}
          </Text>
        ) : null}
        {grade ? (
          <div>
            {grade.criteria.length > 0 ? (
              <ul className={classes.rows}>
                {key.rubric.map((criterion, place) => (
                  <li key={criterion.title}>
                    <div className={classes.head}>
                      <span className={classes.main}>{criterion.title}</span>
                      <span className={classes.figure}>
                        {outOf(t, grade.criteria[place] ?? 0, criterion.points)}
                      </span>
                    </div>
                  </li>
                ))}
              </ul>
            ) : null}
            {grade.comment ? (
              <Text style={{ whiteSpace: "pre-line" }}>
                <strong>{t("quizWord.gradeComment")}</strong> {grade.comment}
              </Text>
            ) : null}
            <Text size="sm" c="dimmed">
              {t("quizWord.gradedBy", {
                name: grade.graded_by,
                date: formatMoment(grade.graded_at),
              })}
            </Text>
          </div>
        ) : null}
      </Stack>
    </section>
  );
}

/** What is right, where the choices do not tell it themselves. */
function Right({ question }: { question: MarkedQuestion }) {
  const { t } = useTranslation();
  const { key, unit } = question;
  let right: string | null = null;
  if (key.is_true != null) right = t(key.is_true ? "quizWord.true" : "quizWord.false");
  else if (key.accepted.length > 0) right = key.accepted.join(" ; ");
  else if (key.value != null) {
    const tolerance =
      key.tolerance != null && key.tolerance > 0
        ? ` (${t("quizWord.tolerance", { tolerance: typedOf(key.tolerance) })})`
        : "";
    right = `${`${typedOf(key.value)} ${unit ?? ""}`.trim()}${tolerance}`;
  }
  return right === null ? null : (
    <Text>
      <strong>{t("quizWord.right")}</strong> {right}
    </Text>
  );
}

interface FilesProps {
  cards: readonly FileCard[];
  files: (file: string) => Promise<Blob>;
}

/** The files of an answer, to be had. */
export function Files({ cards, files }: FilesProps) {
  const { t } = useTranslation();
  const run = useDownload(async (card: FileCard) => ({
    content: await files(card.id),
    name: card.name,
  }));
  if (cards.length === 0) return null;
  return (
    <div>
      <ul className={classes.tags} style={{ padding: 0, margin: 0, listStyle: "none" }}>
        {cards.map((card) => (
          <li key={card.id}>
            <button
              type="button"
              className={classes.file}
              disabled={run.isPending}
              onClick={() => run.mutate(card)}
            >
              {t("quizWord.download", { name: card.name, size: formatBytes(card.bytes) })}
            </button>
          </li>
        ))}
      </ul>
      {run.error ? <ProblemNotice error={run.error} /> : null}
    </div>
  );
}
