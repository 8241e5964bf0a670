import { Button, Checkbox, Group, Stack, Text, Title } from "@mantine/core";
import { useId } from "react";
import type { AskedQuestion, OwnQuizAttempt } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { AnswerField } from "./AnswerField";
import classes from "./Attempt.module.css";
import type { Entry } from "./model/answers";
import { type ImageSource, Statement } from "./Statement";
import { pointsName } from "./words";

interface Props {
  images: ImageSource;
  question: AskedQuestion;
  number: number;
  total: number;
  /** The part of the quiz that begins here; null when it goes on. */
  section: OwnQuizAttempt["sections"][number] | null;
  negativePercent: number;
  entry: Entry | undefined;
  fault: string | null;
  onChange: (patch: Partial<Pick<Entry, "answer" | "flagged">>) => void;
}

/** A question of an attempt that runs: what is asked, where it is answered, whether one wants to come back to it. */
export function AttemptQuestion(props: Props) {
  const { images, question, number, total, section, negativePercent, entry, fault } = props;
  const { t } = useTranslation();
  const id = useId();
  const costs =
    negativePercent > 0 && (question.kind === "single" || question.kind === "true_false");
  return (
    <section className={classes.question} aria-labelledby={id}>
      {section?.title || section?.instructions ? (
        <div>
          {section.title ? <Text fw={650}>{section.title}</Text> : null}
          {section.instructions ? (
            <Text style={{ whiteSpace: "pre-line" }}>{section.instructions}</Text>
          ) : null}
        </div>
      ) : null}
      <div>
        <Title order={2} id={id} tabIndex={-1} size="h4">
          {t("attempt.questionOf", { number, total })}
        </Title>
        <Text size="sm" c="dimmed">
          {[
            t(`quizWord.kind.${question.kind}`),
            pointsName(t, question.points),
            ...(costs ? [t("attempt.costs", { percent: negativePercent })] : []),
          ].join(" · ")}
        </Text>
        {question.partial_credit ? (
          <Text size="sm" c="dimmed">
            {t(`quizWord.credit.${question.partial_credit}`)}
          </Text>
        ) : null}
      </div>
      <Statement blocks={question.statement} images={images} />
      <Stack gap="md">
        <AnswerField
          question={question}
          answer={entry?.answer ?? null}
          fault={fault}
          labelledBy={id}
          onChange={(answer) => props.onChange({ answer })}
        />
        <Group justify="space-between" gap="xs">
          <Checkbox
            label={t("attempt.flag")}
            checked={entry?.flagged ?? false}
            onChange={(event) => props.onChange({ flagged: event.currentTarget.checked })}
          />
          {entry?.answer && (question.kind === "single" || question.kind === "true_false") ? (
            // A choice among one cannot be unticked, and a wrong answer may cost.
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => props.onChange({ answer: null })}
            >
              {t("attempt.clear")}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </section>
  );
}
