import { Stack } from "@mantine/core";
import { QuestionEditor } from "@/features/quizzes/QuestionEditor";
import { useTranslation } from "@/i18n/quizzes";
import { NotFound } from "@/shell/NotFound";
import { PageTitle } from "@/ui/PageTitle";
import { BackToQuestions } from "./OwnerLinks";
import { useSkillSlot } from "./useBank";
import { useOwner } from "./useOwner";

/** A new question of the bank. */
export function QuestionNewPage() {
  const { t } = useTranslation();
  const { owner, authors, toQuestion } = useOwner();
  const skillPicker = useSkillSlot();
  if (!authors) return <NotFound />;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <BackToQuestions owner={owner} />
        <PageTitle title={t("question.new")} />
      </div>
      <QuestionEditor
        owner={owner}
        skillPicker={skillPicker}
        onDone={(question) => toQuestion(question.id)}
      />
    </Stack>
  );
}
