import { getRouteApi } from "@tanstack/react-router";
import { Revisions } from "@/features/trainings";
import { choiceOf } from "@/features/trainings/url";
import { useTranslation } from "@/i18n/trainings";
import { TrainingFrame } from "./TrainingFrame";
import { WithTraining } from "./WithTraining";

const route = getRouteApi("/guarded/formations/$organisation/$training/revisions");

/** The revisions of a training; those that are compared stand in the address. */
export function TrainingRevisionsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <WithTraining>
      {(training, organisation) => (
        <TrainingFrame
          organisation={organisation}
          training={training}
          part={t("training.part.revisions")}
        >
          <Revisions
            organisation={organisation}
            training={training.id}
            choice={choiceOf(search)}
            onChoice={({ from, to }) =>
              navigate({
                search: { de: String(from), a: String(to) },
                replace: true,
                resetScroll: false,
              })
            }
          />
        </TrainingFrame>
      )}
    </WithTraining>
  );
}
