// The levels that can be found of a skill: those of its own scale, then those of the other scales of the house.
import type { Grid, GridSkill, ValidationCell } from "@/api/types";

/** A level as a form holds it: `common:3`, `step:<grid>:<position>`, `not_acquired`; empty while none is chosen. */
export type LevelValue = string;

export const NOT_ACQUIRED: LevelValue = "not_acquired";

export interface ScaleLevel {
  value: LevelValue;
  /** In the words of its scale; null on the common scale, whose words are the interface's own. */
  name: string | null;
  /** Its place on the common scale. */
  common: number | null;
}

export interface Scale {
  key: string;
  /** Its name; null for the common scale. */
  title: string | null;
  levels: ScaleLevel[];
}

const COMMON = [1, 2, 3, 4];

export const commonValue = (level: number): LevelValue => `common:${level}`;
export const stepValue = (grid: string, position: number): LevelValue => `step:${grid}:${position}`;

const commonScale: Scale = {
  key: "common",
  title: null,
  levels: COMMON.map((level) => ({ value: commonValue(level), name: null, common: level })),
};

/** The scale that a column is read on. */
export function ownScale({ grid_id: grid, scale, levels }: GridSkill): Scale {
  if (!grid) return commonScale;
  const level = ({ value, name, common_level: common }: GridSkill["levels"][number]) => ({
    value: stepValue(grid, value),
    name,
    common: common ?? null,
  });
  return { key: grid, title: scale, levels: levels.map(level) };
}

/** The scales a level of this skill may be given on, its own first. */
export function scalesOf(column: GridSkill, grids: readonly Grid[]): Scale[] {
  const own = ownScale(column);
  const others = grids
    .filter(({ id }) => id !== own.key)
    .map(({ id, name, steps }): Scale => {
      const level = (step: Grid["steps"][number]) => ({
        value: stepValue(id, step.position),
        name: step.name,
        common: step.common_level ?? null,
      });
      return { key: id, title: name, levels: steps.map(level) };
    });
  return own.key === commonScale.key ? [own, ...others] : [own, commonScale, ...others];
}

/** The level that a quiz proposes: on the scale of the column. */
export const proposedValue = ({ grid_id: grid }: GridSkill, level: number): LevelValue =>
  grid ? stepValue(grid, level) : commonValue(level);

export function levelIn(scales: readonly Scale[], value: LevelValue): ScaleLevel | null {
  for (const { levels } of scales) {
    const found = levels.find((level) => level.value === value);
    if (found) return found;
  }
  return null;
}

const NO_LEVEL: ValidationCell["level"] = {
  grid_id: null,
  step: null,
  common_level: null,
  not_acquired: false,
};

/** What the server is sent. */
export function levelBody(value: LevelValue): ValidationCell["level"] {
  if (value === NOT_ACQUIRED) return { ...NO_LEVEL, not_acquired: true };
  const [kind, first = "", second = ""] = value.split(":");
  if (kind === "common") return { ...NO_LEVEL, common_level: Number(first) };
  return { ...NO_LEVEL, grid_id: first, step: Number(second) };
}
