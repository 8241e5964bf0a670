import { ActionIcon, Button } from "@mantine/core";
import type { Course } from "@/api/types";
import { useTranslation } from "@/i18n/courses";
import { Icon } from "@/ui/Icon";
import { Later } from "@/ui/Later";
import { Fault } from "./Fault";
import classes from "./Lines.module.css";
import { CourseForm } from "./later";
import type { DraftCourse } from "./model/draft";
import { useInlineForm } from "./useInlineForm";
import { durationName, modalityName } from "./words";

interface Props {
  organisation: string;
  line: DraftCourse;
  place: number;
  total: number;
  /** The course itself, while it is in use: it can be written here. */
  course: Course | undefined;
  fault: string | undefined;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onWritten: (course: Course) => void;
}

/** One course at its place, moved by buttons. */
export function CourseRow(props: Props) {
  const { organisation, line, place, total, course, fault, onMove, onRemove, onWritten } = props;
  const { t } = useTranslation();
  const { opened, opener, open, close } = useInlineForm();
  const { title } = line;
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <div>
            <span className={classes.code}>{place + 1}.</span> <strong>{title}</strong>
          </div>
          <div className={classes.meta}>
            <span data-missing={line.minutes === 0 || undefined}>
              {durationName(t, line.minutes)}
            </span>
            <span>{modalityName(t, line.modality)}</span>
            <span>{t("training.skillCount", { count: line.skills.length })}</span>
          </div>
          <Fault text={fault} />
        </div>
        <div className={classes.actions}>
          <Move by={-1} end={place === 0} title={title} onMove={onMove} />
          <Move by={1} end={place === total - 1} title={title} onMove={onMove} />
          {course ? (
            <Button
              ref={opener}
              variant="subtle"
              size="compact-sm"
              aria-label={t("course.editOf", { title })}
              onClick={opened ? close : open}
            >
              {t("course.edit")}
            </Button>
          ) : null}
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t("course.removeOf", { title })}
            onClick={onRemove}
          >
            {t("training.remove")}
          </Button>
        </div>
      </div>
      {opened && course ? (
        <Later>
          <CourseForm
            organisation={organisation}
            course={course}
            onDone={(written) => {
              onWritten(written);
              close();
            }}
            onCancel={close}
          />
        </Later>
      ) : null}
    </>
  );
}

interface MoveProps {
  by: -1 | 1;
  /** At the end of the list there is nowhere to go; the button stays, for the keyboard to rest on. */
  end: boolean;
  title: string;
  onMove: (by: -1 | 1) => void;
}

function Move({ by, end, title, onMove }: MoveProps) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={t(by === -1 ? "course.up" : "course.down", { title })}
      aria-disabled={end || undefined}
      data-disabled={end || undefined}
      data-move={by}
      onClick={() => onMove(by)}
    >
      <Icon name={by === -1 ? "arrowUp" : "arrowDown"} size={16} />
    </ActionIcon>
  );
}
