import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { MyQuizSummary } from "@/api/types";
import { useTranslation } from "@/i18n/myQuizzes";
import { formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StateTag } from "@/ui/StateTag";
import { myQuizzesQuery } from "./mineQueries";
import classes from "./Quizzes.module.css";
import { STATE_TONES } from "./words";

interface Props {
  /** Those of one session only; every one otherwise. */
  session?: string;
}

/** The quizzes one takes, those that close first before the others. */
export function MyQuizzes({ session }: Props) {
  const { t } = useTranslation();
  const query = useQuery(myQuizzesQuery);
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={140} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const quizzes = query.data.filter((quiz) => !session || quiz.session_id === session);
  if (quizzes.length === 0) {
    return (
      <Notice icon="help" title={t("myQuiz.none")}>
        {session ? null : t("myQuiz.noneHelp")}
      </Notice>
    );
  }
  return (
    <ul className={classes.list}>
      {quizzes.map((quiz) => (
        <li key={quiz.id}>
          <Row quiz={quiz} alone={session !== undefined} />
        </li>
      ))}
    </ul>
  );
}

function Row({ quiz, alone }: { quiz: MyQuizSummary; alone: boolean }) {
  const { t } = useTranslation();
  const { id, title, state, opens_at: opens, closes_at: closes, percent } = quiz;
  const now = Date.now();
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.title}>
            <Link to={paths.myQuiz} params={{ quiz: id }}>
              {title}
            </Link>
          </h3>
        </div>
        <span className={classes.tags}>
          <StateTag tone={STATE_TONES[state]}>{t(`quizWord.state.${state}`)}</StateTag>
        </span>
      </div>
      {alone ? null : (
        <p className={classes.facts}>
          <span>{quiz.session_title}</span>
          <span>{quiz.organisation_name}</span>
        </p>
      )}
      <p className={`${classes.facts} ${classes.soft}`}>
        <span>{t(`myQuiz.purpose.${quiz.purpose}`)}</span>
        {opens && Date.parse(opens) > now ? (
          <span>{t("myQuiz.opens", { date: formatMoment(opens) })}</span>
        ) : null}
        <span>
          {t(Date.parse(closes) > now ? "myQuiz.closes" : "myQuiz.closed", {
            date: formatMoment(closes),
          })}
        </span>
        <span>{t("myQuiz.left", { count: quiz.attempts_left })}</span>
        {percent == null ? null : (
          <span>
            {t("myQuiz.result", { percent })}
            {quiz.is_passed == null
              ? ""
              : `, ${t(quiz.is_passed ? "quizWord.passed" : "quizWord.notPassed")}`}
          </span>
        )}
      </p>
    </div>
  );
}
