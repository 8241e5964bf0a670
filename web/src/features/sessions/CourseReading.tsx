import { Text, Title } from "@mantine/core";
import type { TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/sessions";
import { Panel } from "@/ui/Panel";
import classes from "./Sessions.module.css";
import { durationName, modalityName } from "./words";

/** The courses of a session, to be read. */
export function CourseReading({ session }: { session: TrainingSession }) {
  const { t } = useTranslation();
  const { courses } = session;
  return (
    <Panel labelledBy="modules">
      <Title order={2} id="modules" mb="sm">
        {t("session.courses", { count: courses.length })}
      </Title>
      {courses.length === 0 ? (
        <Text c="dimmed">{t("session.noCourse")}</Text>
      ) : (
        <ol className={classes.rows}>
          {courses.map((course, at) => (
            <li key={course.id}>
              <span className={classes.soft}>{at + 1}.</span> <strong>{course.title}</strong>
              <p className={`${classes.facts} ${classes.soft}`}>
                <span>{durationName(t, course.minutes)}</span>
                <span>{modalityName(t, course.modality)}</span>
                <span>{t("count.skills", { count: course.skills.length })}</span>
              </p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
