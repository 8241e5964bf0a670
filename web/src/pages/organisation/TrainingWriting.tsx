import { useNavigate } from "@tanstack/react-router";
import type { Training } from "@/api/types";
import {
  ArchivedReading,
  Later,
  TrainingActions,
  TrainingEditor,
  useEditor,
} from "@/features/trainings";
import { useTranslation } from "@/lib/i18n";
import { paths } from "@/lib/paths";
import { Notice } from "@/ui/Notice";
import { TrainingFrame } from "./TrainingFrame";
import { useCatalogSlots, useSheets } from "./useCatalogSlots";

interface Props {
  organisation: string;
  training: Training;
}

/** A training in the hands of those who write it; an archived one is only read and restored. */
export function TrainingWriting({ organisation, training }: Props) {
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
          <Later>
            <ArchivedReading content={shown.content} issuer={shown.organisation} />
          </Later>
        </>
      ) : (
        <TrainingEditor editor={editor} slots={slots} sheets={sheets} />
      )}
    </TrainingFrame>
  );
}
