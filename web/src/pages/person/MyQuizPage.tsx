import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import { MyQuizNotice } from "@/features/quizzes/MyQuizNotice";
import { myQuizQuery } from "@/features/quizzes/mineQueries";
import { useTranslation } from "@/i18n/myQuizzes";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { BackLink } from "@/ui/BackLink";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

const NOT_FOUND = [403, 404, 422];

/** A quiz one takes: what to know before one begins, and one's own attempts. */
export function MyQuizPage() {
  const { t } = useTranslation();
  const { quiz = "" } = useParams({ strict: false });
  const query = useQuery(myQuizQuery(quiz));
  const navigate = useNavigate();
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
  const view = query.data;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <BackLink to={paths.myQuizzes}>{t("myQuiz.back")}</BackLink>
        <PageTitle title={view.title} lead={`${view.session_title}, ${view.organisation_name}`} />
      </div>
      <MyQuizNotice
        quiz={view}
        onStarted={(attempt) => navigate({ to: paths.myQuizAttempt, params: { quiz, attempt } })}
      />
    </Stack>
  );
}
