import { ActionIcon, Button } from "@mantine/core";
import type { HTMLAttributes } from "react";
import type { Course } from "@/api/types";
import { useTranslation } from "@/i18n/sessionWriting";
import { Icon } from "@/ui/Icon";
import classes from "./Sessions.module.css";
import { durationName, modalityName } from "./words";

export type Line = Pick<Course, "title" | "minutes" | "modality"> & {
  course_id: string;
  skills: number | null;
};

interface Props {
  line: Line;
  place: number;
  total: number;
  /** Makes of the grip what the row is dragged by. */
  grip: HTMLAttributes<HTMLElement>;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One course at its place. */
export function CourseLine({ line, place, total, grip, onMove, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.head}>
      <span className={classes.grip} {...grip} aria-hidden="true">
        <Icon name="menu" size={16} />
      </span>
      <div className={classes.main}>
        <span className={classes.soft}>{place + 1}.</span> <strong>{line.title}</strong>
        <p className={`${classes.facts} ${classes.soft}`}>
          <span>{durationName(t, line.minutes)}</span>
          <span>{modalityName(t, line.modality)}</span>
          {line.skills === null ? null : <span>{t("count.skills", { count: line.skills })}</span>}
        </p>
      </div>
      <div className={classes.actions}>
        {([-1, 1] as const).map((by) => (
          <ActionIcon
            key={by}
            variant="default"
            size={30}
            aria-label={t(by === -1 ? "courses.up" : "courses.down", {
              title: line.title,
            })}
            aria-disabled={place + by < 0 || place + by >= total || undefined}
            data-disabled={place + by < 0 || place + by >= total || undefined}
            data-move={by}
            onClick={() => onMove(by)}
          >
            <Icon name={by === -1 ? "arrowUp" : "arrowDown"} size={16} />
          </ActionIcon>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t("courses.removeOf", { title: line.title })}
          onClick={onRemove}
        >
          {t("courses.remove")}
        </Button>
      </div>
    </div>
  );
}
