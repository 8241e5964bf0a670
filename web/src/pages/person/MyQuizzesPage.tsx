import { Stack } from "@mantine/core";
import { MyQuizzes } from "@/features/quizzes/MyQuizzes";
import { useTranslation } from "@/i18n/myQuizzes";
import { PageTitle } from "@/ui/PageTitle";

/** The quizzes of the sessions in which one takes part. */
export function MyQuizzesPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("myQuiz.title")} lead={t("myQuiz.lead")} />
      </div>
      <MyQuizzes />
    </Stack>
  );
}
