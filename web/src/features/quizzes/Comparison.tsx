import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { QuizComparison } from "@/api/types";
import { useTranslation } from "@/i18n/companyQuizzes";
import { formatDuration } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { Panel } from "@/ui/Panel";
import { comparisonQuery } from "./candidateQueries";
import { minutesOf, nameOf } from "./model/candidates";
import { PaperFailure } from "./PaperFailure";
import classes from "./Quizzes.module.css";
import tables from "./Tables.module.css";
import { outOf, startOf } from "./words";

const ICONS = { right: "check", partial: "minus", wrong: "close", missing: "minus" } as const;

interface Props {
  quiz: string;
  invitations: readonly string[];
}

/** Candidates side by side, question by question. */
export function Comparison({ quiz, invitations }: Props) {
  const { t } = useTranslation();
  const query = useQuery({
    ...comparisonQuery(quiz, invitations),
    enabled: invitations.length > 1,
  });
  if (invitations.length < 2) return <Text c="dimmed">{t("comparison.choose")}</Text>;
  if (query.isError) return <PaperFailure error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  return (
    <Panel labelledBy="comparaison">
      <Stack>
        <Title order={2} id="comparaison">
          {t("comparison.heading")}
        </Title>
        <Table quiz={quiz} comparison={query.data} />
      </Stack>
    </Panel>
  );
}

function Table({ quiz, comparison }: { quiz: string; comparison: QuizComparison }) {
  const { t } = useTranslation();
  const { candidates, questions } = comparison;
  return (
    <section
      className={tables.scroll}
      aria-label={t("comparison.table")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is moved through by keyboard
      tabIndex={0}
    >
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t("comparison.question")}</th>
            {candidates.map((candidate) => (
              <th scope="col" key={candidate.invitation_id} className={tables.cell}>
                <Link
                  to={paths.companyQuizCandidate}
                  params={{ quiz, invitation: candidate.invitation_id ?? "" }}
                  className={classes.link}
                >
                  {nameOf(candidate)}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("comparison.result")}</th>
            {candidates.map(({ invitation_id: id, result }) => (
              <td key={id} className={classes.figure}>
                {result
                  ? t("quizWord.percent", { percent: result.percent })
                  : t("comparison.noneYet")}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t("comparison.time")}</th>
            {candidates.map(({ invitation_id: id, seconds }) => (
              <td key={id} className={classes.figure}>
                {seconds == null ? "" : formatDuration(minutesOf(seconds))}
              </td>
            ))}
          </tr>
          {questions.map(({ question_id: question, statement, answers }) => (
            <tr key={question}>
              <th scope="row">{startOf(statement) || t("comparison.untitled")}</th>
              {candidates.map(({ invitation_id: id }, place) => (
                <td key={id}>
                  <Cell answer={answers[place]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({
  answer,
}: {
  answer: QuizComparison["questions"][number]["answers"][number] | undefined;
}) {
  const { t } = useTranslation();
  if (!answer || answer.worth == null) return <>{t("comparison.notAsked")}</>;
  const { verdict, points, worth } = answer;
  return (
    <span className={classes.facts}>
      {verdict ? <Icon name={ICONS[verdict]} size={16} /> : null}
      {verdict ? t(`quizWord.verdict.${verdict}`) : null}
      <span className={classes.figure}>
        {points == null ? t("quizWord.verdict.waiting") : outOf(t, points, worth)}
      </span>
    </span>
  );
}
