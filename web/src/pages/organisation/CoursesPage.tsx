import { getRouteApi } from "@tanstack/react-router";
import { CourseLibrary } from "@/features/trainings";
import type { CoursesSearch } from "@/features/trainings/url";
import { useTranslation } from "@/i18n/courses";
import { TrainingsLayout } from "./TrainingsLayout";
import { useTeaching } from "./useTeaching";

const route = getRouteApi("/guarded/formations/$organisation/modules");

/** The courses of an organisation. */
export function CoursesPage() {
  const { t } = useTranslation();
  const { id, writes } = useTeaching();
  const search: CoursesSearch = route.useSearch();
  const archived = search.etat === "archives";
  const navigate = route.useNavigate();
  return (
    <TrainingsLayout title={t("course.pageTitle")} lead={t("course.lead")}>
      <CourseLibrary
        organisation={id}
        archived={archived}
        writes={writes}
        onArchived={(next) =>
          navigate({ search: next ? { etat: "archives" } : {}, replace: true, resetScroll: false })
        }
      />
    </TrainingsLayout>
  );
}
