import { useCallback } from "react";
import type { Course } from "@/api/types";
import { useTranslation } from "@/i18n/courses";
import { Adder } from "./Adder";
import { CourseForm } from "./later";
import { addCourse } from "./model/courses";
import type { Edit } from "./useEditor";
import { durationName, modalityName } from "./words";

interface Props {
  organisation: string;
  taken: ReadonlySet<string>;
  known: Course[];
  edit: Edit;
}

const titleOf = ({ title }: Course): string => title;

/** Adds a course to a training. */
export function CourseAdder({ organisation, taken, known, edit }: Props) {
  const { t } = useTranslation();
  const suggest = useCallback(
    ({ id, title, minutes, modality }: Course) => ({
      code: id,
      label: title,
      disabled: taken.has(id),
      hint: taken.has(id)
        ? t("course.taken")
        : `${durationName(t, minutes)} · ${modalityName(t, modality)}`,
    }),
    [taken, t],
  );
  return (
    <Adder
      known={known}
      nameOf={titleOf}
      suggest={suggest}
      onAdd={(course) => edit((draft) => addCourse(draft, course))}
      label={t("course.picker")}
      placeholder={t("course.pickerPlaceholder")}
      create={t("course.create")}
      added={(title) => t("course.added", { title })}
      form={({ name, ...done }) => (
        <CourseForm organisation={organisation} initialTitle={name} {...done} />
      )}
    />
  );
}
