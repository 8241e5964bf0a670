import { useNavigate } from "@tanstack/react-router";
import type { Training } from "@/api/types";
import { TrainingActions, TrainingEditor, TrainingReading, useEditor } from "@/features/trainings";
import { useTranslation } from "@/lib/i18n";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { TrainingFrame } from "./TrainingFrame";
import { useCatalogSlots, useSheets } from "./useCatalogSlots";
import { useTeaching } from "./useTeaching";
import { WithTraining } from "./WithTraining";

/** What a training says: written by those who run the organisation, read by those who teach there. */
export function TrainingPage() {
  const { writes } = useTeaching();
  return (
    <WithTraining>
      {(training, organisation) =>
        writes ? (
          <Writing key={training.id} organisation={organisation} training={training} />
        ) : (
          <Reading organisation={organisation} training={training} />
        )
      }
    </WithTraining>
  );
}

interface Props {
  organisation: string;
  training: Training;
}

function Reading({ organisation, training }: Props) {
  const { t } = useTranslation();
  return (
    <TrainingFrame
      organisation={organisation}
      training={training}
      part={t("training.part.content")}
    >
      <TrainingReading content={training.content} />
    </TrainingFrame>
  );
}

function Writing({ organisation, training }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const editor = useEditor(organisation, training);
  const slots = useCatalogSlots();
  const sheets = useSheets(editor.draft.jobs.map(({ code }) => code));
  const shown = editor.base ?? training;
  const archived = shown.status === "archived";
  return (
    <TrainingFrame
      wide={!archived}
      organisation={organisation}
      training={shown}
      part={t("training.part.content")}
      actions={
        <TrainingActions
          editor={editor}
          onDeleted={() => void navigate({ to: paths.trainings, params: { organisation } })}
        />
      }
    >
      {archived ? (
        <>
          <Notice title={t("training.archived")}>{t("training.archivedHelp")}</Notice>
          <TrainingReading content={shown.content} />
        </>
      ) : (
        <TrainingEditor editor={editor} slots={slots} sheets={sheets} />
      )}
    </TrainingFrame>
  );
}
