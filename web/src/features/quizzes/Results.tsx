import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDownload } from "@/api/download";
import type { QuizPerson, QuizResults } from "@/api/types";
import { useTranslation } from "@/i18n/quizResults";
import { formatMoment } from "@/lib/format";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Facts } from "@/ui/Facts";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { Distribution } from "./Distribution";
import classes from "./Quizzes.module.css";
import { exportResults, type Place, resultsQuery, useSessionQuiz } from "./sessionQueries";
import { outOf, STATE_TONES } from "./words";

interface Props {
  place: Place;
  /** Whether this person may publish. */
  writes: boolean;
}

/** The results of a quiz of a session: the counts, how they spread, and everybody's attempts. */
export function Results({ place, writes }: Props) {
  const { t } = useTranslation();
  const query = useQuery(resultsQuery(place));
  const file = useDownload(exportResults);
  const { publish } = useSessionQuiz(place);
  const published = useMutation({ mutationFn: () => publish(null) });
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={320} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const results = query.data;
  return (
    <Stack gap="lg">
      <Panel labelledBy="bilan">
        <Stack>
          <Title order={2} id="bilan">
            {t("quizResult.overview")}
          </Title>
          <Overview results={results} />
          {results.to_grade > 0 ? (
            <Notice
              tone="warning"
              title={t("quizResult.toGrade", { count: results.to_grade })}
              actions={
                <Link
                  to={paths.sessionQuizCopies}
                  params={{
                    organisation: place.organisation,
                    session: place.session,
                    quiz: place.quiz,
                  }}
                >
                  {t("quizResult.grade")}
                </Link>
              }
            />
          ) : null}
          <Group>
            {writes && results.to_publish > 0 ? (
              <ConfirmButton
                label={t("quizResult.publish", { count: results.to_publish })}
                title={t("quizResult.publishTitle")}
                confirm={t("quizResult.publishConfirm")}
                action={() => published.mutateAsync()}
              >
                {t("quizResult.publishText", { count: results.to_publish })}
              </ConfirmButton>
            ) : null}
            <Button variant="default" loading={file.isPending} onClick={() => file.mutate(place)}>
              {t("quizResult.export")}
            </Button>
          </Group>
          <Text role="status">
            {published.data === undefined
              ? ""
              : t("quizResult.published", { count: published.data })}
          </Text>
          {file.error ? <ProblemNotice error={file.error} /> : null}
        </Stack>
      </Panel>
      <Panel labelledBy="repartition">
        <Title order={2} id="repartition" mb="sm">
          {t("quizResult.distribution")}
        </Title>
        <Distribution counts={results.distribution} />
      </Panel>
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

function Overview({ results }: { results: QuizResults }) {
  const { t } = useTranslation();
  const { mean, median } = results;
  const percent = (value: number | null | undefined) =>
    value == null ? t("quizResult.noneYet") : t("quizWord.percent", { percent: value });
  return (
    <Facts
      facts={[
        [t("quizResult.closes"), formatMoment(results.closes_at)],
        [t("quizResult.running"), String(results.running)],
        [t("quizResult.waiting"), String(results.to_grade)],
        [t("quizResult.unpublished"), String(results.to_publish)],
        [t("quizResult.shown"), String(results.published)],
        [t("quizResult.passed"), String(results.passed)],
        [t("quizResult.mean"), percent(mean)],
        [t("quizResult.median"), percent(median)],
      ]}
    />
  );
}

function Person({ place, person }: { place: Place; person: QuizPerson }) {
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
