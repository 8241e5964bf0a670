// Parts of the editor below the first screen, or that are asked for: they are loaded after it.
import { lazy } from "react";

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
