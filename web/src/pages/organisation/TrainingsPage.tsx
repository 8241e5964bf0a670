import { getRouteApi } from "@tanstack/react-router";
import { TrainingList } from "@/features/trainings";
import { filterOf, searchOf } from "@/features/trainings/url";
import { useTranslation } from "@/i18n/trainings";
import { TrainingsLayout } from "./TrainingsLayout";
import { useTeaching } from "./useTeaching";

const route = getRouteApi("/guarded/formations/$organisation");

/** The trainings of an organisation; what is looked for stands in the address. */
export function TrainingsPage() {
  const { t } = useTranslation();
  const { id, writes } = useTeaching();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <TrainingsLayout title={t("trainings.title")} lead={t("trainings.lead")}>
      <TrainingList
        key={id}
        organisation={id}
        filter={filterOf(search)}
        writes={writes}
        onFilter={(filter) =>
          navigate({ search: searchOf(filter), replace: true, resetScroll: false })
        }
      />
    </TrainingsLayout>
  );
}
