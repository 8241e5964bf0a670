// What the parts of a grid share: who and what it is about, what each cell holds.
import type { GridCell, GridPerson, GridSkill } from "@/api/types";
import { type CellDraft, type Drafts, isColumn, type Key, keyOf } from "../model/drafts";
import type { Scale } from "../model/scales";
import type { CellState } from "./cellWords";

export interface Board {
  people: GridPerson[];
  skills: GridSkill[];
  cells: ReadonlyMap<Key, GridCell>;
  drafts: Drafts;
  /** The cells for which a result proposes a level. */
  proposes: ReadonlySet<Key>;
  /** The scales of each column. */
  scales: (skill: GridSkill) => Scale[];
  /** Whether this person writes in this grid. */
  writes: boolean;
}

export const cellKey = (person: GridPerson, skill: GridSkill): Key | null =>
  isColumn(skill) ? keyOf(person.person_id, skill.code) : null;

export function stateOf(board: Board, person: GridPerson, skill: GridSkill): CellState {
  const key = cellKey(person, skill);
  if (key === null) return { cell: undefined, draft: undefined, proposes: false };
  const draft: CellDraft | undefined = board.drafts[key];
  return { cell: board.cells.get(key), draft, proposes: board.proposes.has(key) };
}

/** Whether something may be written in a cell. */
export const mayWrite = (board: Board, person: GridPerson, skill: GridSkill): boolean => {
  const { cell } = stateOf(board, person, skill);
  return board.writes && person.may_be_validated && isColumn(skill) && !cell?.is_waiting;
};
