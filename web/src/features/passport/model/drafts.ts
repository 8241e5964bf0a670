// What is about to be written in the grid of a session, cell by cell. Nothing of it leaves the page before it is confirmed.
import type {
  FileCard,
  GridCell,
  GridPerson,
  GridProposal,
  GridSkill,
  ValidationCell,
  ValidationEvidence,
  ValidationGrid,
} from "@/api/types";
import { type LevelValue, levelBody, proposedValue } from "./scales";

/** A cell: a person and a skill of the catalogue. */
export type Key = string;

export const keyOf = (person: string, code: string): Key => `${person} ${code}`;

/** What a level rests on. */
export interface Evidence {
  kind: "note" | "attempt" | "file";
  /** Tells it from the others while it is written. */
  id: string;
  title: string;
  note: string;
  /** The attempt at a quiz. */
  attempt: string;
  file: FileCard | null;
}

export interface CellDraft {
  person: string;
  code: string;
  /** How the grid names the skill. */
  skill: string;
  /** The version of the cell that was seen. */
  version: number;
  level: LevelValue;
  comment: string;
  expires_on: string;
  reason: string;
  evidence: Evidence[];
}

/** In the order in which they were begun. */
export type Drafts = Readonly<Record<Key, CellDraft>>;

/** A column that can be validated. */
export type Column = GridSkill & { code: string };

export const isColumn = (skill: GridSkill): skill is Column => Boolean(skill.code);

export const cellsOf = (grid: ValidationGrid): ReadonlyMap<Key, GridCell> =>
  new Map(grid.cells.map((cell) => [keyOf(cell.person_id, cell.code), cell]));

export const begun = (person: string, column: Column, cell: GridCell | undefined): CellDraft => ({
  person,
  code: column.code,
  skill: column.skill,
  version: cell?.version ?? 0,
  level: "",
  comment: "",
  expires_on: "",
  reason: "",
  evidence: [],
});

/** A result that proposes a level, where it stands. */
export interface Proposed {
  key: Key;
  person: GridPerson;
  column: Column;
  cell: GridCell;
  proposal: GridProposal;
}

/** Of several results of one cell the newest; those that came before what holds were there when it was decided. */
const openOf = ({ proposals, current }: GridCell): GridProposal | undefined =>
  proposals
    .filter(({ published_at: at }) => !current || Date.parse(at) > Date.parse(current.validated_at))
    .toSorted((one, other) => Date.parse(other.published_at) - Date.parse(one.published_at))[0];

/** What results propose and nobody has taken up yet, row by row. */
export function proposedIn(grid: ValidationGrid, drafts: Drafts): Proposed[] {
  const cells = cellsOf(grid);
  const columns = grid.skills.filter(isColumn);
  return grid.participants
    .filter(({ may_be_validated: may }) => may)
    .flatMap((person) =>
      columns.flatMap((column) => {
        const key = keyOf(person.person_id, column.code);
        const cell = cells.get(key);
        const proposal = cell && !cell.is_waiting && !drafts[key] ? openOf(cell) : undefined;
        return cell && proposal ? [{ key, person, column, cell, proposal }] : [];
      }),
    );
}

/** The draft that a result proposes: its level, and the attempt as evidence. */
export function fromProposal({ person, column, cell, proposal }: Proposed): CellDraft {
  return {
    ...begun(person.person_id, column, cell),
    level: proposedValue(column, proposal.level),
    evidence: [attemptOf(proposal)],
  };
}

export const attemptOf = ({ attempt_id: attempt, quiz }: GridProposal): Evidence => ({
  kind: "attempt",
  id: attempt,
  title: quiz,
  note: "",
  attempt,
  file: null,
});

const textOf = (text: string): string | null => text.trim() || null;

function evidenceBody({ kind, title, note, attempt, file }: Evidence): ValidationEvidence {
  if (kind === "attempt") return { title: title.trim(), attempt_id: attempt };
  if (kind === "note") return { title: title.trim(), note: note.trim() };
  return { title: title.trim(), file_id: file?.id ?? null };
}

export const bodyOf = (draft: CellDraft): ValidationCell => ({
  person_id: draft.person,
  skill: draft.skill,
  version: draft.version,
  level: levelBody(draft.level),
  comment: textOf(draft.comment),
  expires_on: draft.expires_on || null,
  reason: textOf(draft.reason),
  evidence: draft.evidence.map(evidenceBody),
});

/** What is missing before a cell can be kept, by field. */
export function missingIn(draft: CellDraft, isReplacing: boolean): string[] {
  const missing: string[] = [];
  if (!draft.level) missing.push("level");
  if (isReplacing && !draft.reason.trim()) missing.push("reason");
  draft.evidence.forEach(({ kind, title, note, file }, place) => {
    if (!title.trim()) missing.push(`evidence.${place}.title`);
    if (kind === "note" && !note.trim()) missing.push(`evidence.${place}.note`);
    if (kind === "file" && !file) missing.push(`evidence.${place}.file_id`);
  });
  return missing;
}

export const without = (drafts: Drafts, keys: readonly Key[]): Drafts =>
  Object.fromEntries(Object.entries(drafts).filter(([key]) => !keys.includes(key)));
