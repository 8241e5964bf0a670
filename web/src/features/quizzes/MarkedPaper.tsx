import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { MarkedQuestion, QuizAttemptDetails } from "@/api/types";
import { useTranslation } from "@/i18n/quizResults";
import { Facts } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import { questionImage } from "./bankQueries";
import { MarkedCard } from "./MarkedCard";
import { copiesQuery, copyFile, type Place } from "./placeQueries";
import { outOf } from "./words";

interface Props {
  place: Place;
  /** Who, and how it was taken. */
  facts: [string, string][];
  result: QuizAttemptDetails["result"];
  byClock: boolean;
  questions: readonly MarkedQuestion[];
}

/** A copy that was handed in, with everything that was answered and what is right. */
export function MarkedPaper({ place, facts, result, byClock, questions }: Props) {
  const { t } = useTranslation();
  // Files of an answer are read as those of its copy, which is found by the question that it answers.
  const copies = useQuery(copiesQuery(place, true));
  const filesOf = (file: string): Promise<Blob> => {
    const copy = copies.data?.find(({ question }) =>
      question.answer_files.some(({ id }) => id === file),
    );
    return copyFile(place, copy?.copy_id ?? "")(file);
  };
  return (
    <Stack gap="lg">
      <Panel>
        <Facts
          facts={[
            ...facts,
            [
              t("quizResult.result"),
              result
                ? `${t("quizWord.percent", { percent: result.percent })}, ${outOf(t, result.points, result.worth)}`
                : t("quizResult.noneYet"),
            ],
          ]}
        />
        {byClock ? (
          <Text size="sm" c="dimmed" mt="sm">
            {t("quizResult.byClock")}
          </Text>
        ) : null}
      </Panel>
      {questions.map((question, index) => (
        <Panel key={question.question_id}>
          <MarkedCard
            question={question}
            number={index + 1}
            images={questionImage(place, question.question_id)}
            files={filesOf}
          />
        </Panel>
      ))}
    </Stack>
  );
}
