import { Button, Checkbox } from "@mantine/core";
import { useTranslation } from "@/i18n/writing";
import { Disclosure } from "@/ui/Disclosure";
import classes from "./MatrixList.module.css";
import { teachAll, toggleTaught } from "./model/courses";
import type { Draft } from "./model/draft";
import type { Edit } from "./useEditor";

interface Props {
  skills: Draft["skills"];
  courses: Draft["courses"];
  edit: Edit;
}

/** The same as the table, course by course, for narrow screens. */
export function MatrixList({ skills, courses, edit }: Props) {
  const { t } = useTranslation();
  const taught = new Set(courses.flatMap((course) => course.skills));
  return (
    <ul className={classes.list}>
      {courses.map((course) => {
        const all = course.skills.length >= skills.length;
        return (
          <li key={course.id}>
            <Disclosure
              label={course.title}
              aside={
                <span className={classes.count}>
                  {t("writing.matrix.count", {
                    count: course.skills.length,
                    total: skills.length,
                  })}
                </span>
              }
            >
              <Button
                variant="default"
                size="compact-sm"
                mb="sm"
                aria-label={t(all ? "writing.matrix.untickOf" : "writing.matrix.tickOf", {
                  title: course.title,
                })}
                onClick={() => edit((draft) => teachAll(draft, course.id, !all))}
              >
                {t(all ? "writing.matrix.untick" : "writing.matrix.tick")}
              </Button>
              <fieldset className={classes.checks}>
                <legend>{t("writing.matrix.taughtBy", { title: course.title })}</legend>
                {skills.map(({ skill, label }) => (
                  <Checkbox
                    key={skill}
                    label={label}
                    description={taught.has(skill) ? undefined : t("writing.matrix.noCourse")}
                    checked={course.skills.includes(skill)}
                    onChange={() => edit((draft) => toggleTaught(draft, course.id, skill))}
                  />
                ))}
              </fieldset>
            </Disclosure>
          </li>
        );
      })}
    </ul>
  );
}
