import { Stack, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem } from "@/api/problem";
import { questionImage, questionQuery } from "@/features/quizzes/bankQueries";
import { QuestionEditor } from "@/features/quizzes/QuestionEditor";
import { QuestionReading } from "@/features/quizzes/QuestionReading";
import { Versions } from "@/features/quizzes/Versions";
import { useTranslation } from "@/i18n/questions";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./TrainingsLayout.module.css";
import { useSkillSlot } from "./useBank";
import { useTeaching } from "./useTeaching";

const NOT_FOUND = [403, 404, 422];

/** A question of the bank: written anew, and all that it said before. */
export function QuestionPage() {
  const { t } = useTranslation();
  const { id, authors } = useTeaching();
  const { question = "" } = useParams({ strict: false });
  const query = useQuery(questionQuery(id, question));
  const skillPicker = useSkillSlot();
  const [saved, setSaved] = useState<number | null>(null);
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
  const told = saved === null ? "" : t("question.saved", { number: saved });
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <Link to={paths.questions} params={{ organisation: id }} className={classes.back}>
          <Icon name="chevronLeft" size={16} />
          {t("question.back")}
        </Link>
        <PageTitle title={t("question.edit")} tab={view.title || t("question.edit")} />
      </div>
      {told ? <Notice tone="success" title={told} /> : null}
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      {view.archived ? (
        <Notice tone="warning" title={t("question.isArchived")}>
          {t("question.isArchivedHelp")}
        </Notice>
      ) : null}
      {authors && !view.archived ? (
        <QuestionEditor
          // What was saved is what is written on from; what somebody else saved is told when it is met.
          key={`${view.id}-${saved ?? 0}`}
          organisation={id}
          question={view}
          skillPicker={skillPicker}
          onDone={(written) => setSaved(written.number)}
        />
      ) : (
        <Panel>
          <QuestionReading content={view.content} images={questionImage(id, view.id)} />
        </Panel>
      )}
      <Panel labelledBy="versions">
        <Title order={2} id="versions" mb="sm">
          {t("question.versions")}
        </Title>
        <Versions organisation={id} question={view} />
      </Panel>
    </Stack>
  );
}
