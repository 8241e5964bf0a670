import { Stack } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { TrainingEditor, useEditor } from "@/features/trainings";
import { useTranslation } from "@/i18n/writing";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import classes from "./TrainingsLayout.module.css";
import { useCatalogSlots, useSheets } from "./useCatalogSlots";
import { useTeaching } from "./useTeaching";

/** A new training: only its title is needed. */
export function TrainingNewPage() {
  const { t } = useTranslation();
  const { id } = useTeaching();
  const navigate = useNavigate();
  const editor = useEditor(id, null);
  const slots = useCatalogSlots();
  const sheets = useSheets(editor.draft.jobs.map(({ code }) => code));
  return (
    <Stack gap="lg">
      <div>
        <Link to={paths.trainings} params={{ organisation: id }} className={classes.back}>
          <Icon name="chevronLeft" size={16} />
          {t("training.back")}
        </Link>
        <PageTitle title={t("writing.new")} lead={t("writing.newLead")} />
      </div>
      <TrainingEditor
        editor={editor}
        slots={slots}
        sheets={sheets}
        onCreated={(training) =>
          void navigate({
            to: paths.training,
            params: { organisation: id, training },
            replace: true,
          })
        }
      />
    </Stack>
  );
}
