import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useRef, useState } from "react";
import type { Course } from "@/api/types";
import { useTranslation } from "@/i18n/courses";
import { formatDay } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { CourseForm } from "./CourseForm";
import own from "./Library.module.css";
import classes from "./Lines.module.css";
import { useCourseChanges, useCourses } from "./library";
import { durationName, modalityName } from "./words";

interface Props {
  organisation: string;
  archived: boolean;
  onArchived: (archived: boolean) => void;
  writes: boolean;
}

/** The courses of an organisation: those in use, or those that were put away. */
export function CourseLibrary({ organisation, archived, onArchived, writes }: Props) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setWriting(false);
    setTimeout(() => opener.current?.focus());
  };
  return (
    <Stack gap="lg">
      <div className={own.head}>
        <Choices<"used" | "archived">
          legend={t("course.show")}
          value={archived ? "archived" : "used"}
          onChange={(value) => onArchived(value === "archived")}
          choices={[
            { value: "used", label: t("course.used") },
            { value: "archived", label: t("course.archived") },
          ]}
        />
        {writes && !writing ? (
          <Button
            ref={opener}
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => setWriting(true)}
          >
            {t("course.create")}
          </Button>
        ) : null}
      </div>
      {writing ? <CourseForm organisation={organisation} onDone={close} onCancel={close} /> : null}
      <List organisation={organisation} archived={archived} writes={writes} />
    </Stack>
  );
}

function List({ organisation, archived, writes }: Omit<Props, "onArchived">) {
  const { t } = useTranslation();
  const list = useCourses(organisation, archived);
  const courses = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => list.refetch()} />;
  if (list.isPending) {
    return <Skeleton height={200} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  if (courses.length === 0) {
    return archived ? (
      <Text role="status">{t("course.noneArchived")}</Text>
    ) : (
      <Notice icon="book" title={t("course.none")}>
        {t("course.noneHelp")}
      </Notice>
    );
  }
  return (
    <>
      <ul className={classes.cards}>
        {courses.map((course) => (
          <li key={course.id}>
            <Card organisation={organisation} course={course} writes={writes} />
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <Group>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => list.fetchNextPage()}
          >
            {t("action.more")}
          </Button>
        </Group>
      ) : null}
    </>
  );
}

interface CardProps {
  organisation: string;
  course: Course;
  writes: boolean;
}

function Card({ organisation, course, writes }: CardProps) {
  const { t } = useTranslation();
  const changes = useCourseChanges(organisation);
  const [writing, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { id, title, description, archived } = course;
  const close = () => {
    setWriting(false);
    setTimeout(() => opener.current?.focus());
  };
  if (writing) {
    return (
      <CourseForm organisation={organisation} course={course} onDone={close} onCancel={close} />
    );
  }
  return (
    <div className={own.card}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h2 className={classes.label}>{title}</h2>
          <div className={classes.meta}>
            <span>{durationName(t, course.minutes)}</span>
            <span>{modalityName(t, course.modality)}</span>
            <span>{t("course.trainings", { count: course.trainings })}</span>
            <span>{t("course.updated", { date: formatDay(course.updated_at) })}</span>
          </div>
        </div>
        {writes ? (
          <div className={classes.actions}>
            {archived ? null : (
              <Button
                ref={opener}
                variant="subtle"
                size="compact-sm"
                aria-label={t("course.editOf", { title })}
                onClick={() => setWriting(true)}
              >
                {t("course.edit")}
              </Button>
            )}
            <ConfirmButton
              label={t(archived ? "course.restore" : "course.archive")}
              aria-label={t(archived ? "course.restoreOf" : "course.archiveOf", { title })}
              title={t(archived ? "course.restoreTitle" : "course.archiveTitle", { title })}
              confirm={t(archived ? "course.restore" : "course.archive")}
              variant="subtle"
              size="compact-sm"
              action={() => (archived ? changes.restore(id) : changes.archive(id))}
            >
              {t(archived ? "course.restoreText" : "course.archiveText")}
            </ConfirmButton>
          </div>
        ) : null}
      </div>
      {description ? <p className={own.description}>{description}</p> : null}
    </div>
  );
}
