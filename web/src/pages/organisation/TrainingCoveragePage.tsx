import { Coverage } from "@/features/trainings";
import { useTranslation } from "@/i18n/trainings";
import { TrainingFrame } from "./TrainingFrame";
import { WithTraining } from "./WithTraining";

/** How much of its jobs a training covers. */
export function TrainingCoveragePage() {
  const { t } = useTranslation();
  return (
    <WithTraining>
      {(training, organisation) => (
        <TrainingFrame
          organisation={organisation}
          training={training}
          part={t("training.part.coverage")}
        >
          <Coverage organisation={organisation} training={training.id} />
        </TrainingFrame>
      )}
    </WithTraining>
  );
}
