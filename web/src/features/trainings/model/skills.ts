// The skills of a training: chosen, given levels, taken out.
import type { Draft, DraftSkill, SkillKind } from "./draft";
import { COMMON_START, type LevelEdit, withLevels } from "./scales";

export interface PickedSkill {
  skill: string;
  label: string;
  kind: SkillKind | null;
  jobs?: string[];
  core?: boolean;
  emerging?: boolean;
}

/** A line on the common scale for a skill that was just chosen. */
export function newLine({ jobs = [], core = false, emerging = false, ...picked }: PickedSkill) {
  return { ...picked, jobs, core, emerging, grid: null, ...COMMON_START, acceptLabel: false };
}

export const has = (draft: Draft, skill: string): boolean =>
  draft.skills.some((line) => line.skill === skill);

/** Adds a skill at the end, once. */
export function addSkill(draft: Draft, picked: PickedSkill): Draft {
  if (has(draft, picked.skill)) return draft;
  return { ...draft, skills: [...draft.skills, newLine(picked)] };
}

/** Takes skills out, from the courses that teach them too. */
export function removeSkills(draft: Draft, gone: ReadonlySet<string>): Draft {
  if (gone.size === 0) return draft;
  return {
    ...draft,
    skills: draft.skills.filter(({ skill }) => !gone.has(skill)),
    courses: draft.courses.map((course) =>
      course.skills.some((skill) => gone.has(skill))
        ? { ...course, skills: course.skills.filter((skill) => !gone.has(skill)) }
        : course,
    ),
  };
}

/** Sets levels of many skills at once. */
export function setLevels(draft: Draft, of: ReadonlySet<string>, edit: LevelEdit): Draft {
  return {
    ...draft,
    skills: draft.skills.map((line) => (of.has(line.skill) ? withLevels(line, edit) : line)),
  };
}

/** Puts a skill in the place of another: same levels, same courses. */
export function replaceSkill(draft: Draft, old: string, picked: PickedSkill): Draft {
  if (has(draft, picked.skill)) return removeSkills(draft, new Set([old]));
  return {
    ...draft,
    skills: draft.skills.map((line) =>
      line.skill === old ? { ...newLine(picked), ...levelsOf(line), jobs: line.jobs } : line,
    ),
    courses: draft.courses.map((course) => ({
      ...course,
      skills: course.skills.map((skill) => (skill === old ? picked.skill : skill)),
    })),
  };
}

const levelsOf = ({ grid, target, pass }: DraftSkill) => ({ grid, target, pass });

/** Says of a line whether it takes the name of today. */
export function acceptSkillName(draft: Draft, skill: string, accept: boolean): Draft {
  return {
    ...draft,
    skills: draft.skills.map((line) =>
      line.skill === skill ? { ...line, acceptLabel: accept } : line,
    ),
  };
}

const KINDS = ["skill", "macro_skill", "knowledge", "soft_skill", null] as const;

/** Skills by what they are, as the catalogue tells them apart; the organisation's own last. */
export function byKind<T extends { kind?: SkillKind | null }>(
  lines: T[],
): { kind: SkillKind | null; lines: T[] }[] {
  return KINDS.map((kind) => ({
    kind,
    lines: lines.filter((line) => (line.kind ?? null) === kind),
  })).filter(({ lines }) => lines.length > 0);
}
