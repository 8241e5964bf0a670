import { lazy, Suspense } from "react";
import type { Training } from "@/api/types";
import { TrainingReading } from "@/features/trainings";
import { useTranslation } from "@/i18n/trainings";
import { Pending } from "@/shell/PageState";
import { TrainingFrame } from "./TrainingFrame";
import { useTeaching } from "./useTeaching";
import { WithTraining } from "./WithTraining";

/** Those who only read do not load the editor. */
const TrainingWriting = lazy(async () => ({
  default: (await import("./TrainingWriting")).TrainingWriting,
}));

/** What a training says: written by those who run the organisation, read by those who teach there. */
export function TrainingPage() {
  const { writes } = useTeaching();
  return (
    <WithTraining>
      {(training, organisation) =>
        writes ? (
          <Suspense fallback={<Pending />}>
            <TrainingWriting key={training.id} organisation={organisation} training={training} />
          </Suspense>
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
      <TrainingReading content={training.content} issuer={training.organisation} />
    </TrainingFrame>
  );
}
