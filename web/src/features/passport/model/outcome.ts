// What becomes of a batch: what will be written, what is refused and why, where somebody else was faster.
import { type ApiProblem, type FieldProblem, fieldOf, STALE } from "@/api/problem";
import type { GridCell, GridEntry, PreviewedCell, ValidationPreview } from "@/api/types";
import { type Drafts, type Key, keyOf } from "./drafts";

/** Messages by field of a cell: `level`, `comment`, `evidence.0.title`. */
export type Faults = Readonly<Record<string, string>>;

/** A cell in which somebody wrote since it was seen. */
export interface Conflict {
  key: Key;
  /** The version to start from now; null where it is not known yet. */
  version: number | null;
  /** What holds in it now. */
  current: GridEntry | null;
}

export interface Outcome {
  twoPeople: boolean;
  /** What can be written, a first entry or one that takes the place of another. */
  sound: { key: Key; cell: PreviewedCell }[];
  refused: { key: Key; faults: Faults }[];
  conflicts: Conflict[];
}

const CELL = /^cells\.(\d+)(?:\.(.+))?$/;

/** The faults of each cell of a batch, by the field they name; what names no field stands under an empty name. */
export function faultsOf(errors: readonly FieldProblem[], keys: readonly Key[]) {
  const found = new Map<Key, Record<string, string>>();
  const rest: string[] = [];
  for (const { pointer, message } of errors) {
    const [, place, field = ""] = CELL.exec(fieldOf(pointer)) ?? [];
    const key = place === undefined ? undefined : keys[Number(place)];
    if (key === undefined) {
      rest.push(message);
      continue;
    }
    const faults = found.get(key) ?? {};
    faults[field] ??= message;
    found.set(key, faults);
  }
  return { byCell: found as ReadonlyMap<Key, Faults>, rest };
}

/** Sorts what the server says of each cell; `keys` in the order in which they were asked about. */
export function outcomeOf(
  preview: ValidationPreview,
  keys: readonly Key[],
  cells: ReadonlyMap<Key, GridCell>,
  drafts: Drafts,
): Outcome {
  const outcome: Outcome = {
    twoPeople: preview.two_people,
    sound: [],
    refused: [],
    conflicts: [],
  };
  preview.cells.forEach((cell, place) => {
    const key = keys[place];
    if (key === undefined) return;
    if (cell.action === "refuse") {
      const { byCell } = faultsOf(cell.errors, keys);
      outcome.refused.push({ key, faults: byCell.get(key) ?? {} });
    } else if (cell.action === "stale") {
      const now = cells.get(key);
      // The grid may not show the cell: then only the refusal to write tells what holds in it.
      const known = now && now.version !== drafts[key]?.version;
      outcome.conflicts.push({
        key,
        version: known ? now.version : null,
        current: known ? (now.current ?? null) : null,
      });
    } else outcome.sound.push({ key, cell });
  });
  return outcome;
}

interface StaleCell {
  person_id: string;
  code: string;
  version: number;
  current?: GridEntry | null;
}

/** The cells that a refusal to write names, because somebody wrote in them meanwhile. */
export function conflictsOf(problem: ApiProblem): Conflict[] {
  if (problem.code !== STALE) return [];
  const { cells = [] } = (problem.current ?? {}) as { cells?: StaleCell[] };
  return cells.map(({ person_id: person, code, version, current }) => ({
    key: keyOf(person, code),
    version,
    current: current ?? null,
  }));
}
