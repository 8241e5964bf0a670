import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "@/i18n/writing";
import { Icon } from "@/ui/Icon";
import classes from "./MatrixTable.module.css";
import { teachAll, toggleTaught } from "./model/courses";
import type { Draft } from "./model/draft";
import type { Edit } from "./useEditor";

interface Props {
  skills: Draft["skills"];
  courses: Draft["courses"];
  edit: Edit;
}

/** How far each key moves: rows, then columns. */
const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Skills down, courses across: the tab key enters and leaves it, arrows move, the space bar ticks. */
export function MatrixTable({ skills, courses, edit }: Props) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const row = Math.min(at[0], skills.length - 1);
  const column = Math.min(at[1], courses.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    const cell = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined;
    if (!move || cell === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = [row + move[0], column + move[1]] as const;
    table.current?.querySelector<HTMLElement>(`[data-cell="${next[0]} ${next[1]}"]`)?.focus();
  };

  return (
    <div className={classes.scroll}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows move in it, as in a grid
        role="grid"
        className={classes.table}
        aria-label={t("training.section.matrix")}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col">{t("writing.matrix.skill")}</th>
            {courses.map((course) => {
              const all = course.skills.length >= skills.length;
              return (
                <th key={course.id} scope="col">
                  <div className={classes.course}>{course.title}</div>
                  <button
                    type="button"
                    className={classes.all}
                    aria-label={t(all ? "writing.matrix.untickOf" : "writing.matrix.tickOf", {
                      title: course.title,
                    })}
                    onClick={() => edit((draft) => teachAll(draft, course.id, !all))}
                  >
                    {t(all ? "writing.matrix.untick" : "writing.matrix.tick")}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {skills.map((line, r) => {
            const untaught = !courses.some((course) => course.skills.includes(line.skill));
            return (
              <tr key={line.skill} data-untaught={untaught || undefined}>
                <th scope="row">
                  {line.label}
                  {untaught ? (
                    <span className={classes.warning}>
                      <Icon name="alert" size={14} />
                      {t("writing.matrix.noCourse")}
                    </span>
                  ) : null}
                </th>
                {courses.map((course, c) => (
                  <td key={course.id}>
                    <input
                      type="checkbox"
                      className={classes.box}
                      data-cell={`${r} ${c}`}
                      tabIndex={r === row && c === column ? 0 : -1}
                      aria-label={t("writing.matrix.cell", {
                        skill: line.label,
                        course: course.title,
                      })}
                      checked={course.skills.includes(line.skill)}
                      onFocus={() => setAt([r, c])}
                      onChange={() => edit((draft) => toggleTaught(draft, course.id, line.skill))}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={classes.help}>{t("writing.matrix.help")}</p>
    </div>
  );
}
