import { Stack } from "@mantine/core";
import { QuestionImportFile } from "@/features/quizzes/QuestionImportFile";
import { useTranslation } from "@/i18n/quizzes";
import { NotFound } from "@/shell/NotFound";
import { PageTitle } from "@/ui/PageTitle";
import { BackToQuestions } from "./OwnerLinks";
import { useOwner } from "./useOwner";

/** Questions from a file. */
export function QuestionImportPage() {
  const { t } = useTranslation();
  const { owner, authors, toQuestions } = useOwner();
  if (!authors) return <NotFound />;
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div>
        <BackToQuestions owner={owner} />
        <PageTitle title={t("questionImport.title")} />
      </div>
      <QuestionImportFile owner={owner} onDone={toQuestions} />
    </Stack>
  );
}
