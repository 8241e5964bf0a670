import { Stack } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { QuestionImportFile } from "@/features/quizzes/QuestionImportFile";
import { useTranslation } from "@/i18n/questions";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import classes from "./TrainingsLayout.module.css";
import { useTeaching } from "./useTeaching";

/** Questions from a file. */
export function QuestionImportPage() {
  const { t } = useTranslation();
  const { id, authors } = useTeaching();
  const navigate = useNavigate();
  if (!authors) return <NotFound />;
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div>
        <Link to={paths.questions} params={{ organisation: id }} className={classes.back}>
          <Icon name="chevronLeft" size={16} />
          {t("question.back")}
        </Link>
        <PageTitle title={t("questionImport.title")} />
      </div>
      <QuestionImportFile
        organisation={id}
        onDone={() => navigate({ to: paths.questions, params: { organisation: id } })}
      />
    </Stack>
  );
}
