import { Stack } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { QuizEditor } from "@/features/quizzes/QuizEditor";
import { useTranslation } from "@/i18n/quizzes";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import classes from "./TrainingsLayout.module.css";
import { useTeaching } from "./useTeaching";

/** A new quiz, saved as a draft first. */
export function QuizNewPage() {
  const { t } = useTranslation();
  const { id, authors } = useTeaching();
  const navigate = useNavigate();
  if (!authors) return <NotFound />;
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div>
        <Link to={paths.quizzes} params={{ organisation: id }} className={classes.back}>
          <Icon name="chevronLeft" size={16} />
          {t("quizEdit.back")}
        </Link>
        <PageTitle title={t("quizEdit.new")} />
      </div>
      <QuizEditor
        organisation={id}
        onDone={(quiz) => navigate({ to: paths.quiz, params: { organisation: id, quiz: quiz.id } })}
      />
    </Stack>
  );
}
