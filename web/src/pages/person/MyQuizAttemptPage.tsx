import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import { AttemptResult } from "@/features/quizzes/AttemptResult";
import { AttemptRunning } from "@/features/quizzes/AttemptRunning";
import { attemptQuery, sessionDoor } from "@/features/quizzes/attemptDoors";
import { useTranslation } from "@/i18n/myQuizzes";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { BackLink } from "@/ui/BackLink";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

const NOT_FOUND = [403, 404, 422];

/** One's own attempt at a quiz: while it runs, and what came of it. */
export function MyQuizAttemptPage() {
  const { t } = useTranslation();
  const { quiz = "", attempt = "" } = useParams({ strict: false });
  const door = sessionDoor(attempt);
  const query = useQuery(attemptQuery(door));
  if (query.isPending) return <Pending />;
  if (!query.data) {
    return NOT_FOUND.includes(asProblem(query.error).status) ? (
      <NotFound />
    ) : (
      <Stack gap="lg">
        <PageTitle title={t("failure.title")} />
        <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
      </Stack>
    );
  }
  const { attempt: view } = query.data;
  const running = view.state === "started";
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        {running ? null : (
          <BackLink to={paths.myQuiz} params={{ quiz }}>
            {t("myQuiz.backToQuiz")}
          </BackLink>
        )}
        <PageTitle
          title={view.title}
          tab={`${t("myQuiz.attempt", { number: view.number })} · ${view.title}`}
        />
      </div>
      {running ? (
        <AttemptRunning
          key={view.id}
          door={door}
          read={query.data}
          more={
            <Link to={paths.myQuiz} params={{ quiz }}>
              {t("attempt.toNotice")}
            </Link>
          }
        />
      ) : (
        <AttemptResult door={door} attempt={view} />
      )}
    </Stack>
  );
}
