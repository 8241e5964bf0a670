import { Stack } from "@mantine/core";
import { QuizEditor } from "@/features/quizzes/QuizEditor";
import { useTranslation } from "@/i18n/quizzes";
import { NotFound } from "@/shell/NotFound";
import { PageTitle } from "@/ui/PageTitle";
import { BackToQuizzes } from "./OwnerLinks";
import { useOwner } from "./useOwner";

/** A new quiz, saved as a draft first. */
export function QuizNewPage() {
  const { t } = useTranslation();
  const { owner, authors, toQuiz } = useOwner();
  if (!authors) return <NotFound />;
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div>
        <BackToQuizzes owner={owner} />
        <PageTitle title={t("quizEdit.new")} />
      </div>
      <QuizEditor owner={owner} onDone={(quiz) => toQuiz(quiz.id)} />
    </Stack>
  );
}
