// Parts of the editor below the first screen, or that are asked for: they are loaded after it.
import { Skeleton } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "@/i18n";

/** Stands around such a part, and holds its place while it loads. */
export function Later({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Suspense
      fallback={<Skeleton height={120} role="img" aria-label={t("state.loading")} radius="lg" />}
    >
      {children}
    </Suspense>
  );
}

export const CourseForm = lazy(async () => ({
  default: (await import("./CourseForm")).CourseForm,
}));
export const OwnSkillForm = lazy(async () => ({
  default: (await import("./OwnSkillForm")).OwnSkillForm,
}));
export const OwnSkillLink = lazy(async () => ({
  default: (await import("./OwnSkillLink")).OwnSkillLink,
}));
export const SuggestionList = lazy(async () => ({
  default: (await import("./SuggestionList")).SuggestionList,
}));
export const Differences = lazy(async () => ({
  default: (await import("./Differences")).Differences,
}));
export const Skills = lazy(async () => ({ default: (await import("./Skills")).Skills }));
export const Courses = lazy(async () => ({ default: (await import("./Courses")).Courses }));
export const References = lazy(async () => ({
  default: (await import("./References")).References,
}));
export const Matrix = lazy(async () => ({ default: (await import("./Matrix")).Matrix }));
export const ArchivedTraining = lazy(async () => ({
  default: (await import("./ArchivedTraining")).ArchivedTraining,
}));
export const Conflict = lazy(async () => ({ default: (await import("./Conflict")).Conflict }));
