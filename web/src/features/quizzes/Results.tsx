import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { QuizPerson } from "@/api/types";
import { useTranslation } from "@/i18n/quizResults";
import { formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import classes from "./Quizzes.module.css";
import { ResultsBoard } from "./ResultsBoard";
import { resultsQuery, type SessionPlace, useSessionQuiz } from "./sessionQueries";
import { outOf, STATE_TONES } from "./words";

interface Props {
  place: SessionPlace;
  /** Whether this person may publish. */
  writes: boolean;
}

/** The results of a quiz of a session, and everybody's attempts. */
export function Results({ place, writes }: Props) {
  const { t } = useTranslation();
  const query = useQuery(resultsQuery(place));
  const { publish } = useSessionQuiz(place);
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const results = query.data;
  const { organisation, session, quiz } = place;
  return (
    <Stack gap="lg">
      <ResultsBoard
        place={place}
        results={results}
        facts={[[t("quizResult.closes"), formatMoment(results.closes_at)]]}
        writes={writes}
        copiesLink={
          <Link to={paths.sessionQuizCopies} params={{ organisation, session, quiz }}>
            {t("quizResult.grade")}
          </Link>
        }
        onPublish={() => publish(null)}
      />
      <Panel labelledBy="personnes">
        <Title order={2} id="personnes" mb="sm">
          {t("quizResult.people")}
        </Title>
        {results.people.length === 0 ? (
          <Text c="dimmed">{t("quizResult.nobody")}</Text>
        ) : (
          <ul className={classes.rows}>
            {results.people.map((person) => (
              <li key={person.enrolment_id}>
                <Person place={place} person={person} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </Stack>
  );
}

function Person({ place, person }: { place: SessionPlace; person: QuizPerson }) {
  const { t } = useTranslation();
  const { organisation, session, quiz } = place;
  const { attempts, percent, is_passed: passed } = person;
  const name = fullName(person);
  return (
    <>
      <div className={classes.head}>
        <strong className={classes.main}>{name}</strong>
        <span className={classes.figure}>
          {percent == null
            ? null
            : [
                t("quizWord.percent", { percent }),
                passed == null ? "" : t(passed ? "quizWord.passed" : "quizWord.notPassed"),
              ]
                .filter(Boolean)
                .join(", ")}
        </span>
      </div>
      {attempts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("quizResult.notBegun")}
        </Text>
      ) : (
        <ul className={classes.list} style={{ gap: "0.25rem" }}>
          {attempts.map((attempt) => (
            <li key={attempt.number} className={classes.facts}>
              {attempt.attempt_id ? (
                <Link
                  to={paths.sessionQuizAttempt}
                  params={{ organisation, session, quiz, attempt: attempt.attempt_id }}
                  className={classes.link}
                  aria-label={t("quizResult.attemptOf", { number: attempt.number, name })}
                >
                  {t("quizResult.attempt", { number: attempt.number })}
                </Link>
              ) : (
                <span>{t("quizResult.attempt", { number: attempt.number })}</span>
              )}
              <StateTag tone={STATE_TONES[attempt.state]}>
                {t(`quizWord.state.${attempt.state}`)}
              </StateTag>
              {attempt.result ? (
                <span>
                  {`${t("quizWord.percent", { percent: attempt.result.percent })}, ${outOf(t, attempt.result.points, attempt.result.worth)}`}
                </span>
              ) : null}
              {attempt.submitted_at ? (
                <span className={classes.soft}>{formatMoment(attempt.submitted_at)}</span>
              ) : null}
              {attempt.by_clock ? (
                <span className={classes.soft}>{t("quizResult.byClock")}</span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
