// From a score to a level: the rules of a quiz of a session while they are written.
import type { Grid, QuizAttachment, QuizRulesBody, TrainingContent } from "@/api/types";
import { newKey } from "./draft";
import { numberOf } from "./number";

export interface LevelOption {
  value: number;
  name: string;
}

export interface RuleDraft {
  key: string;
  skill: string;
  levels: { key: string; level: number; percent: string }[];
}

/** The levels a skill of the revision is measured by, lowest first; none while its grid is not known. */
export function levelsOf(
  content: TrainingContent,
  grids: readonly Grid[],
  common: readonly LevelOption[],
): Record<string, readonly LevelOption[]> {
  return Object.fromEntries(
    content.skills.map(({ skill, grid }) => {
      if (!grid) return [skill, common];
      const steps = grids.find(({ id }) => id === grid.id)?.steps ?? [];
      return [skill, steps.map(({ position, name }) => ({ value: position, name }))];
    }),
  );
}

export const rulesOf = (rules: QuizAttachment["rules"]): RuleDraft[] =>
  rules.map(({ skill, levels }) => ({
    key: newKey(),
    skill,
    levels: levels.map(({ level, min_percent: percent }) => ({
      key: newKey(),
      level,
      percent: String(percent),
    })),
  }));

/** A rule with one level: the highest, from 80 %. */
export const newRule = (skill: string, levels: readonly LevelOption[]): RuleDraft => ({
  key: newKey(),
  skill,
  levels: [{ key: newKey(), level: levels.at(-1)?.value ?? 1, percent: "80" }],
});

/** The highest level that no line of the rule proposes yet; null when all are. */
export const freeLevel = (rule: RuleDraft, levels: readonly LevelOption[]): number | null =>
  [...levels].reverse().find(({ value }) => !rule.levels.some(({ level }) => level === value))
    ?.value ?? null;

export const rulesBody = (rules: readonly RuleDraft[]): QuizRulesBody => ({
  rules: rules.map(({ skill, levels }) => ({
    skill,
    levels: levels.map(({ level, percent }) => ({
      level,
      min_percent: Math.max(-1, Math.min(32_000, Math.round(numberOf(percent) ?? -1))),
    })),
  })),
});
