import { Stack } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { QuestionEditor } from "@/features/quizzes/QuestionEditor";
import { useTranslation } from "@/i18n/questions";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import classes from "./TrainingsLayout.module.css";
import { useSkillSlot } from "./useBank";
import { useTeaching } from "./useTeaching";

/** A new question of the bank. */
export function QuestionNewPage() {
  const { t } = useTranslation();
  const { id, authors } = useTeaching();
  const skillPicker = useSkillSlot();
  const navigate = useNavigate();
  if (!authors) return <NotFound />;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <Link to={paths.questions} params={{ organisation: id }} className={classes.back}>
          <Icon name="chevronLeft" size={16} />
          {t("question.back")}
        </Link>
        <PageTitle title={t("question.new")} />
      </div>
      <QuestionEditor
        organisation={id}
        skillPicker={skillPicker}
        onDone={(question) =>
          navigate({ to: paths.question, params: { organisation: id, question: question.id } })
        }
      />
    </Stack>
  );
}
