import { useNavigate } from "@tanstack/react-router";
import type { Training } from "@/api/types";
import { ArchivedTraining, TrainingActions, TrainingEditor, useEditor } from "@/features/trainings";
import { useTranslation } from "@/i18n/writing";
import { paths } from "@/lib/paths";
import { Later } from "@/ui/Later";
import { TrainingFrame } from "./TrainingFrame";
import { useCatalogSlots, useSheets } from "./useCatalogSlots";

interface Props {
  organisation: string;
  training: Training;
}

/** A training in the hands of those who write it; an archived one is only read, or restored. */
export function TrainingWriting({ organisation, training }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const editor = useEditor(organisation, training);
  const slots = useCatalogSlots();
  const sheets = useSheets(editor.draft.jobs.map(({ code }) => code));
  const shown = editor.base ?? training;
  // What is typed stays on screen, even when somebody archives the training meanwhile.
  const onlyRead = editor.archived && !editor.dirty;
  return (
    <TrainingFrame
      wide={!onlyRead}
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
      {onlyRead ? (
        <Later>
          <ArchivedTraining editor={editor} />
        </Later>
      ) : (
        <TrainingEditor editor={editor} slots={slots} sheets={sheets} />
      )}
    </TrainingFrame>
  );
}
