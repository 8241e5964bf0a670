import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import { revisionQuery } from "@/features/quizzes/quizQueries";
import { RevisionReading } from "@/features/quizzes/RevisionReading";
import { useTranslation } from "@/i18n/quizzes";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./TrainingsLayout.module.css";
import { useTeaching } from "./useTeaching";

const NOT_FOUND = [403, 404, 422];

/** A published revision of a quiz, which never changes. */
export function QuizRevisionPage() {
  const { t } = useTranslation();
  const { id } = useTeaching();
  const { quiz = "", number = "" } = useParams({ strict: false });
  const isNumber = /^[1-9]\d{0,8}$/.test(number);
  const query = useQuery({ ...revisionQuery(id, quiz, Number(number)), enabled: isNumber });
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
        <Link to={paths.quiz} params={{ organisation: id, quiz }} className={classes.back}>
          <Icon name="chevronLeft" size={16} />
          {t("quizRevision.back")}
        </Link>
        <PageTitle
          title={t("quizRevision.name", { number, title: query.data.title })}
          lead={t("quizRevision.frozen")}
        />
      </div>
      <RevisionReading organisation={id} revision={query.data} />
    </Stack>
  );
}
