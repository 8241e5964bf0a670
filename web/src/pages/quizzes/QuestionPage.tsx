import { Stack, Title, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { asProblem } from "@/api/problem";
import { questionImage, questionQuery } from "@/features/quizzes/bankQueries";
import { QuestionEditor } from "@/features/quizzes/QuestionEditor";
import { QuestionReading } from "@/features/quizzes/QuestionReading";
import { TopicWarnings } from "@/features/quizzes/TopicWarnings";
import { Versions } from "@/features/quizzes/Versions";
import { useTranslation } from "@/i18n/quizzes";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { BackToQuestions } from "./OwnerLinks";
import { useSkillSlot } from "./useBank";
import { useOwner } from "./useOwner";

const NOT_FOUND = [403, 404, 422];

/** A question of the bank: written anew, and all that it said before. */
export function QuestionPage() {
  const { t } = useTranslation();
  const { owner, authors } = useOwner();
  const { question = "" } = useParams({ strict: false });
  const query = useQuery(questionQuery(owner, question));
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
        <BackToQuestions owner={owner} />
        <PageTitle title={t("question.edit")} tab={view.title || t("question.edit")} />
      </div>
      {told ? <Notice tone="success" title={told} /> : null}
      <VisuallyHidden role="status">{told}</VisuallyHidden>
      <TopicWarnings warnings={view.warnings ?? []} />
      {view.archived ? (
        <Notice tone="warning" title={t("question.isArchived")}>
          {t("question.isArchivedHelp")}
        </Notice>
      ) : null}
      {authors && !view.archived ? (
        <QuestionEditor
          // What was saved is what is written on from; what somebody else saved is told when it is met.
          key={`${view.id}-${saved ?? 0}`}
          owner={owner}
          question={view}
          skillPicker={skillPicker}
          onDone={(written) => setSaved(written.number)}
        />
      ) : (
        <Panel>
          <QuestionReading content={view.content} images={questionImage(owner, view.id)} />
        </Panel>
      )}
      <Panel labelledBy="versions">
        <Title order={2} id="versions" mb="sm">
          {t("question.versions")}
        </Title>
        <Versions owner={owner} question={view} />
      </Panel>
    </Stack>
  );
}
