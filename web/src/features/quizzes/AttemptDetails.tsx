import { Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/quizResults";
import { formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { questionImage } from "./bankQueries";
import { MarkedCard } from "./MarkedCard";
import {
  attemptDetailsQuery,
  copiesQuery,
  copyFile,
  type Place,
  resultsQuery,
} from "./sessionQueries";
import { outOf } from "./words";

interface Props {
  place: Place;
  attempt: string;
}

/** An attempt that was handed in, with everything that was answered and what is right. */
export function AttemptDetails({ place, attempt }: Props) {
  const { t } = useTranslation();
  const query = useQuery(attemptDetailsQuery(place, attempt));
  const results = useQuery(resultsQuery(place));
  // Files of an answer are read as those of its copy, which is found by the question that it answers.
  const copies = useQuery(copiesQuery(place, true));
  if (query.isError) {
    return asProblem(query.error).code === "names_hidden" ? (
      <Notice title={t("quizResult.hidden")}>{t("quizResult.hiddenHelp")}</Notice>
    ) : (
      <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
    );
  }
  if (query.isPending) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { enrolment_id: enrolment, questions, result, submitted_at: at, revision } = query.data;
  const person = results.data?.people.find(({ enrolment_id: id }) => id === enrolment);
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
            ...(person ? [[t("quizResult.person"), fullName(person)] as [string, string]] : []),
            [t("quizResult.number"), String(query.data.number)],
            [t("quizResult.revision"), String(revision)],
            ...(at ? [[t("quizResult.handedIn"), formatMoment(at)] as [string, string]] : []),
            [
              t("quizResult.result"),
              result
                ? `${t("quizWord.percent", { percent: result.percent })}, ${outOf(t, result.points, result.worth)}`
                : t("quizResult.noneYet"),
            ],
          ]}
        />
        {query.data.by_clock ? (
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
            images={questionImage(place.organisation, question.question_id)}
            files={filesOf}
          />
        </Panel>
      ))}
    </Stack>
  );
}
