import { Button, Stack, Text } from "@mantine/core";
import type { Course } from "@/api/types";
import { useTranslation } from "@/i18n/courses";
import { formatDay } from "@/lib/format";
import { Choices } from "@/ui/Choices";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { CourseForm } from "./CourseForm";
import own from "./Library.module.css";
import { LibraryCard, LibraryList } from "./LibraryList";
import { useCourseChanges, useCourses } from "./library";
import { TitleSearch } from "./TitleSearch";
import type { CourseFilter } from "./url";
import { useInlineForm } from "./useInlineForm";
import { durationName, modalityName } from "./words";

interface Props {
  organisation: string;
  filter: CourseFilter;
  onFilter: (filter: CourseFilter) => void;
  writes: boolean;
}

/** The courses of an organisation: those in use, or those that were put away. */
export function CourseLibrary({ organisation, filter, onFilter, writes }: Props) {
  const { t } = useTranslation();
  const { archived, words } = filter;
  const list = useCourses(organisation, filter);
  const { opened, opener, open, close } = useInlineForm();
  return (
    <Stack gap="lg">
      <div className={own.head}>
        <TitleSearch words={words} onWords={(next) => onFilter({ ...filter, words: next })} />
        <Choices<"used" | "archived">
          legend={t("course.show")}
          value={archived ? "archived" : "used"}
          onChange={(value) => onFilter({ ...filter, archived: value === "archived" })}
          choices={[
            { value: "used", label: t("course.used") },
            { value: "archived", label: t("course.archived") },
          ]}
        />
        {writes && !opened ? (
          <Button ref={opener} leftSection={<Icon name="plus" size={16} />} onClick={open}>
            {t("course.create")}
          </Button>
        ) : null}
      </div>
      {opened ? <CourseForm organisation={organisation} onDone={close} onCancel={close} /> : null}
      <LibraryList
        list={list}
        none={
          archived || words !== "" ? (
            <Text role="status">
              {t(words === "" ? "course.noneArchived" : "course.noneFound")}
            </Text>
          ) : (
            <Notice icon="book" title={t("course.none")}>
              {t("course.noneHelp")}
            </Notice>
          )
        }
        card={(course) => <Card organisation={organisation} course={course} writes={writes} />}
      />
    </Stack>
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
  const { opened, opener, open, close } = useInlineForm();
  const { id, title, description, archived } = course;
  if (opened) {
    return (
      <CourseForm organisation={organisation} course={course} onDone={close} onCancel={close} />
    );
  }
  return (
    <LibraryCard
      name={title}
      description={description}
      meta={
        <>
          <span>{durationName(t, course.minutes)}</span>
          <span>{modalityName(t, course.modality)}</span>
          <span>{t("course.trainings", { count: course.trainings })}</span>
          <span>{t("course.updated", { date: formatDay(course.updated_at) })}</span>
        </>
      }
      actions={
        writes ? (
          <>
            {archived ? null : (
              <Button
                ref={opener}
                variant="subtle"
                size="compact-sm"
                aria-label={t("course.editOf", { title })}
                onClick={open}
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
          </>
        ) : null
      }
    />
  );
}
