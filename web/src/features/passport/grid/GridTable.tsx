import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useRef, useState } from "react";
import type { GridPerson, GridSkill } from "@/api/types";
import { useTranslation } from "@/i18n/validationGrid";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { isColumn } from "../model/drafts";
import { proposedValue } from "../model/scales";
import { type Board, stateOf } from "./board";
import { CellFace } from "./CellFace";
import { draftedName, stateName } from "./cellWords";
import classes from "./GridTable.module.css";

interface Props {
  board: Board;
  organisation: string;
  onOpen: (person: GridPerson, skill: GridSkill) => void;
}

/** How far each key moves: rows, then columns. */
const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** People down, skills across: the tab key enters and leaves it, arrows move, Enter opens. Both heads stay in sight. */
export function GridTable({ board, organisation, onOpen }: Props) {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const row = Math.min(at[0], board.people.length - 1);
  const column = Math.min(at[1], board.skills.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    const cell = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined;
    if (!move || cell === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = [row + move[0], column + move[1]] as const;
    table.current?.querySelector<HTMLElement>(`[data-cell="${next[0]} ${next[1]}"]`)?.focus();
  };

  return (
    <div>
      <div className={classes.scroll}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows move in it, as in a grid
          role="grid"
          className={classes.table}
          aria-label={t("validating.table")}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col">{t("validating.person")}</th>
              {board.skills.map((skill) => (
                <th key={skill.skill} scope="col">
                  <SkillHead board={board} skill={skill} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {board.people.map((person, r) => (
              <tr key={person.person_id}>
                <th scope="row">
                  <Link
                    to={paths.personPassport}
                    params={{ organisation, person: person.person_id }}
                    className={classes.person}
                  >
                    {fullName(person)}
                  </Link>
                  {person.may_be_validated ? null : (
                    <span className={classes.aside}>{t("validating.you")}</span>
                  )}
                </th>
                {board.skills.map((skill, c) => {
                  const state = stateOf(board, person, skill);
                  const scales = board.scales(skill);
                  return (
                    <td key={skill.skill}>
                      <button
                        type="button"
                        className={classes.cell}
                        data-cell={`${r} ${c}`}
                        data-draft={state.draft ? true : undefined}
                        tabIndex={r === row && c === column ? 0 : -1}
                        aria-label={t("validating.cell", {
                          person: fullName(person),
                          skill: skill.label,
                          state: stateName(t, { ...state, scales }),
                        })}
                        onFocus={() => setAt([r, c])}
                        onClick={() => onOpen(person, skill)}
                      >
                        <CellFace {...state} scales={scales} />
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.help}>{t("validating.keys")}</p>
    </div>
  );
}

function SkillHead({ board, skill }: { board: Board; skill: GridSkill }) {
  const { t } = useTranslation();
  const { label, target, off_programme: off } = skill;
  const aim =
    target == null ? null : draftedName(t, proposedValue(skill, target), board.scales(skill));
  return (
    <>
      <span className={classes.skill} title={label}>
        {label}
      </span>
      {off ? <span className={classes.aside}>{t("validating.off")}</span> : null}
      {isColumn(skill) ? null : <span className={classes.aside}>{t("validating.unlinked")}</span>}
      {aim ? <span className={classes.aside}>{t("validating.aim", { level: aim })}</span> : null}
    </>
  );
}
