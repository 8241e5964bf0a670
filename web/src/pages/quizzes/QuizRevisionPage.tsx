import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import { revisionQuery } from "@/features/quizzes/quizQueries";
import { RevisionReading } from "@/features/quizzes/RevisionReading";
import { useTranslation } from "@/i18n/quizzes";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { BackToQuiz } from "./OwnerLinks";
import { useOwner } from "./useOwner";

const NOT_FOUND = [403, 404, 422];

/** A published revision of a quiz, which never changes. */
export function QuizRevisionPage() {
  const { t } = useTranslation();
  const { owner } = useOwner();
  const { quiz = "", number = "" } = useParams({ strict: false });
  const isNumber = /^[1-9]\d{0,8}$/.test(number);
  const query = useQuery({ ...revisionQuery(owner, quiz, Number(number)), enabled: isNumber });
  if (!isNumber) return <NotFound />;
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
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div>
        <BackToQuiz owner={owner} quiz={quiz} />
        <PageTitle
          title={t("quizRevision.name", { number, title: query.data.title })}
          lead={t("quizRevision.frozen")}
        />
      </div>
      <RevisionReading owner={owner} revision={query.data} />
    </Stack>
  );
}
