// The scales that levels are read on: the common one, and the organisation's grids.
import type { Grid } from "@/api/types";
import type { DraftSkill } from "./draft";

export interface Step {
  value: number;
  name: string;
}

export interface Scale {
  /** Null for the common scale. */
  grid: string | null;
  name: string;
  /** Lowest first. */
  steps: Step[];
  /** The levels a skill begins with on this scale. */
  start: Levels;
}

export interface Levels {
  target: number;
  pass: number;
}

/** On the common scale a skill begins at “autonome”. */
export const COMMON_START: Levels = { target: 3, pass: 3 };

export const commonScale = (name: string, steps: Step[]): Scale => ({
  grid: null,
  name,
  steps,
  start: COMMON_START,
});

/** A grid begins at its highest step, acquired from the first that counts as passing. */
export function gridScale({ id, name, steps }: Grid): Scale {
  const target = steps.length - 1;
  const passing = steps.find((step) => step.passing)?.position ?? target;
  return {
    grid: id,
    name,
    steps: steps.map((step) => ({ value: step.position, name: step.name })),
    start: { target, pass: Math.min(passing, target) },
  };
}

export const scaleOf = (scales: Scale[], grid: string | null): Scale | undefined =>
  scales.find((scale) => scale.grid === grid);

/** The name of a level on its scale. */
export const stepName = (scale: Scale | undefined, value: number): string =>
  scale?.steps.find((step) => step.value === value)?.name ?? "";

export interface LevelEdit {
  scale?: Scale;
  target?: number;
  pass?: number;
}

/** Sets levels of one line: the acquired level follows the target down, never above it. */
export function withLevels(line: DraftSkill, { scale, target, pass }: LevelEdit): DraftSkill {
  const moves = scale !== undefined && scale.grid !== line.grid;
  const start = moves ? { grid: scale.grid, ...scale.start } : {};
  const next = { ...line, ...start };
  if (target !== undefined) next.target = target;
  if (pass !== undefined) next.pass = pass;
  next.pass = Math.min(next.pass, next.target);
  return next;
}
