import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import type { Quiz } from "@/api/types";
import { COMPANY } from "@/features/quizzes/owner";
import { quizQuery } from "@/features/quizzes/quizQueries";
import { useTranslation } from "@/i18n/companyQuizzes";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { BackLink } from "@/ui/BackLink";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { CompanyQuizNav } from "./CompanyQuizNav";

const NOT_FOUND = [403, 404, 422];

interface Props {
  /** What the tab says before the title of the quiz. */
  part: string;
  children: (quiz: Quiz) => ReactNode;
}

/** What the pages about the copies and results of a company's quiz begin with. */
export function CompanyQuizFrame({ part, children }: Props) {
  const { t } = useTranslation();
  const { quiz = "" } = useParams({ strict: false });
  const query = useQuery(quizQuery(COMPANY, quiz));
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
    <Stack gap="lg" maw={960} mx="auto">
      <div>
        <BackLink to={paths.companyQuizzes}>{t("companyQuiz.back")}</BackLink>
        <PageTitle title={view.title} tab={`${part} · ${view.title}`} />
      </div>
      <CompanyQuizNav quiz={view.id} />
      {children(view)}
    </Stack>
  );
}
