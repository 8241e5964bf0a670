import { Stack, Title } from "@mantine/core";
import { MyEvidence } from "@/features/quizzes/MyEvidence";
import { MyInvitations } from "@/features/quizzes/MyInvitations";
import { MyQuizzes } from "@/features/quizzes/MyQuizzes";
import { useTranslation } from "@/i18n/myQuizzes";
import { PageTitle } from "@/ui/PageTitle";

/** The quizzes of the sessions in which one takes part, those of companies, and what of them stands in one's passport. */
export function MyQuizzesPage() {
  const { t } = useTranslation();
  const parts = [
    { id: "entreprises", title: t("quizInvite.heading"), part: <MyInvitations /> },
    { id: "sessions", title: t("myQuiz.ofSessions"), part: <MyQuizzes /> },
    { id: "dans-mon-carnet", title: t("evidence.mine"), part: <MyEvidence /> },
  ];
  return (
    <Stack gap="xl" maw={860} mx="auto">
      <div>
        <PageTitle title={t("myQuiz.title")} lead={t("myQuiz.lead")} />
      </div>
      {parts.map(({ id, title, part }) => (
        <section key={id} aria-labelledby={id}>
          <Title order={2} id={id} mb="sm">
            {title}
          </Title>
          {part}
        </section>
      ))}
    </Stack>
  );
}
