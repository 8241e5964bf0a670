// What a cell of the grid says, in words: for those who see it and for those who hear it.
import type { GridCell, GridEntry } from "@/api/types";
import type { Translate } from "@/i18n/validationGrid";
import { levelName } from "@/record/levels";
import type { CellDraft } from "../model/drafts";
import { type LevelValue, levelIn, NOT_ACQUIRED, type Scale } from "../model/scales";
import type { Standing } from "../model/standing";
import { stepName } from "../words";

/** A level that is about to be written. */
export function draftedName(t: Translate, value: LevelValue, scales: readonly Scale[]): string {
  if (value === NOT_ACQUIRED) return t("validating.notAcquired");
  const level = levelIn(scales, value);
  if (!level) return t("validating.noLevel");
  return stepName(t, level.name ?? capital(levelName(t, level.common)), level.common);
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const entryName = (t: Translate, { step_name: name, common_level: level }: GridEntry) =>
  stepName(t, name, level);

/** How far the skill is, and with which level. */
export function foundName(t: Translate, cell: GridCell | undefined): string {
  if (!cell) return t("validating.state.none");
  const { status, current, declared_level: declared } = cell;
  if (current) {
    const standing = t(`passportWord.standing.${current.passing ? status : "not_acquired"}`);
    return t("validating.state.found", { standing, level: entryName(t, current) });
  }
  if (status === "declared") {
    return t("validating.state.declared", { level: levelName(t, declared) });
  }
  return t(`passportWord.standing.${status}`);
}

/** All that a cell says. */
export function stateName(
  t: Translate,
  { cell, draft, scales, proposes }: CellState & { scales: readonly Scale[] },
): string {
  const parts = [foundName(t, cell)];
  if (cell?.is_waiting) parts.push(t("validating.state.waiting"));
  if (draft) {
    parts.push(t("validating.state.draft", { level: draftedName(t, draft.level, scales) }));
  } else if (proposes) parts.push(t("validating.state.proposed"));
  return parts.join(". ");
}

export interface CellState {
  cell: GridCell | undefined;
  draft: CellDraft | undefined;
  /** Whether a result proposes a level that nobody has taken up. */
  proposes: boolean;
}

/** With which sign a cell is drawn. */
export function standingOf(cell: GridCell | undefined): Standing | null {
  if (!cell) return null;
  return cell.is_waiting ? "in_evaluation" : cell.status;
}
