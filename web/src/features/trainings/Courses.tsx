import { Text, VisuallyHidden } from "@mantine/core";
import { memo, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Course } from "@/api/types";
import { useTranslation } from "@/i18n/courses";
import { CourseAdder } from "./CourseAdder";
import { CourseRow } from "./CourseRow";
import classes from "./Lines.module.css";
import { moveCourse, refreshCourse, removeCourse } from "./model/courses";
import { type Draft, minutesOf } from "./model/draft";
import type { Faults } from "./model/faults";
import { Section } from "./Section";
import type { Edit } from "./useEditor";
import { durationName } from "./words";

interface Props {
  organisation: string;
  courses: Draft["courses"];
  known: Course[];
  faults: Faults;
  edit: Edit;
}

/** The courses of a training, in order. */
export const Courses = memo(function Courses(props: Props) {
  const { organisation, courses, known, faults, edit } = props;
  const { t } = useTranslation();
  const taken = useMemo(() => new Set(courses.map(({ id }) => id)), [courses]);
  const list = useRef<HTMLOListElement>(null);
  // The button that moved a row keeps the focus, wherever the row went.
  const held = useRef<{ id: string; by: -1 | 1 } | null>(null);
  const [told, setTold] = useState("");

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each new order
  useLayoutEffect(() => {
    const last = held.current;
    held.current = null;
    if (!last) return;
    const row = list.current?.querySelector(`[data-course="${last.id}"]`);
    row?.querySelector<HTMLElement>(`[data-move="${last.by}"]`)?.focus();
  }, [courses]);

  const move = (id: string, by: -1 | 1) => {
    const place = courses.findIndex((line) => line.id === id) + by;
    const title = courses.find((line) => line.id === id)?.title ?? "";
    if (place < 0 || place >= courses.length) return;
    held.current = { id, by };
    edit((draft) => moveCourse(draft, id, by));
    setTold(t("course.moved", { title, place: place + 1, total: courses.length }));
  };

  return (
    <Section
      id="modules"
      title={t("training.section.courses", { count: courses.length })}
      lead={t("course.inOrder")}
      fault={faults.courses}
    >
      <CourseAdder organisation={organisation} taken={taken} known={known} edit={edit} />
      {courses.length === 0 ? (
        <Text c="dimmed">{t("training.courses.none")}</Text>
      ) : (
        <>
          <ol ref={list} className={classes.rows}>
            {courses.map((line, place) => (
              <li key={line.id} data-course={line.id}>
                <CourseRow
                  organisation={organisation}
                  line={line}
                  place={place}
                  total={courses.length}
                  course={known.find(({ id }) => id === line.id)}
                  fault={faults[`courses.${line.id}`]}
                  onMove={(by) => move(line.id, by)}
                  onRemove={() => edit((draft) => removeCourse(draft, line.id))}
                  onWritten={(course) => edit((draft) => refreshCourse(draft, course))}
                />
              </li>
            ))}
          </ol>
          <Text fw={650}>
            {t("training.courses.total", { duration: durationName(t, minutesOf(courses)) })}
          </Text>
        </>
      )}
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </Section>
  );
});
