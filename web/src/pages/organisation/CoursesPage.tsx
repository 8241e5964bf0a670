import { getRouteApi } from "@tanstack/react-router";
import { CourseLibrary } from "@/features/trainings";
import { type CoursesSearch, courseFilterOf, courseSearchOf } from "@/features/trainings/url";
import { useTranslation } from "@/i18n/courses";
import { TrainingsLayout } from "./TrainingsLayout";
import { useTeaching } from "./useTeaching";

const route = getRouteApi("/guarded/formations/$organisation/modules");

/** The courses of an organisation. */
export function CoursesPage() {
  const { t } = useTranslation();
  const { id, writes } = useTeaching();
  const search: CoursesSearch = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <TrainingsLayout title={t("course.pageTitle")} lead={t("course.lead")}>
      <CourseLibrary
        key={id}
        organisation={id}
        filter={courseFilterOf(search)}
        writes={writes}
        onFilter={(filter) =>
          navigate({ search: courseSearchOf(filter), replace: true, resetScroll: false })
        }
      />
    </TrainingsLayout>
  );
}
