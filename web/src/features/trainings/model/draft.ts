// A training while it is written: what the fields show, where it comes from, and what is sent.
import type {
  ActionKind,
  Modality,
  TrainingBody,
  TrainingContent,
  TrainingSkill,
} from "@/api/types";

/** The texts people read of a training, in the order in which they read them. */
export const TEXTS = [
  "description",
  "objectives",
  "audience",
  "prerequisites",
  "access_delay",
  "price",
  "methods",
  "assessment",
  "accessibility",
] as const;
export type TextName = (typeof TEXTS)[number];

/** Official references; the lists are typed as one text, codes apart by commas. */
export const REFERENCES = ["code", "blocks", "formacodes", "specialities"] as const;
export type ReferenceName = (typeof REFERENCES)[number];

export type SkillKind = NonNullable<TrainingSkill["kind"]>;

export interface DraftJob {
  code: string;
  label: string;
  appellation: string | null;
  acceptLabel: boolean;
}

export interface DraftSkill {
  /** Code of the catalogue, or id of an own skill. */
  skill: string;
  label: string;
  /** Null for the organisation's own. */
  kind: SkillKind | null;
  /** The training's jobs that list it. */
  jobs: string[];
  core: boolean;
  emerging: boolean;
  grid: string | null;
  target: number;
  pass: number;
  acceptLabel: boolean;
}

export interface DraftCourse {
  id: string;
  title: string;
  minutes: number;
  modality: Modality;
  /** The skills it teaches, as `skills` names them. */
  skills: string[];
}

export interface Draft {
  title: string;
  nature: ActionKind;
  texts: Record<TextName, string>;
  references: Record<ReferenceName, string>;
  jobs: DraftJob[];
  skills: DraftSkill[];
  courses: DraftCourse[];
}

const mapped = <K extends string>(keys: readonly K[], value: (key: K) => string) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, string>;

export const EMPTY: Draft = {
  title: "",
  nature: "training",
  texts: mapped(TEXTS, () => ""),
  references: mapped(REFERENCES, () => ""),
  jobs: [],
  skills: [],
  courses: [],
};

/** The fields of what was read. */
export function draftOf(content: TrainingContent): Draft {
  const { title, nature, texts, certification, jobs, skills, courses } = content;
  return {
    title,
    nature,
    texts: mapped(TEXTS, (name) => texts[name] ?? ""),
    references: {
      code: certification.code ?? "",
      blocks: (certification.blocks ?? []).join(", "),
      formacodes: (certification.formacodes ?? []).join(", "),
      specialities: (certification.specialities ?? []).join(", "),
    },
    jobs: jobs.map(({ code, label, appellation }) => ({
      code,
      label,
      appellation: appellation ?? null,
      acceptLabel: false,
    })),
    skills: skills.map(skillOf),
    courses: courses.map(({ course_id, title, minutes, modality, skills }) => ({
      id: course_id,
      title,
      minutes,
      modality,
      skills,
    })),
  };
}

function skillOf(line: TrainingSkill): DraftSkill {
  const { skill, label, kind, jobs, core, emerging, grid, target, pass } = line;
  return {
    skill,
    label,
    kind: kind ?? null,
    jobs,
    core,
    emerging,
    grid: grid?.id ?? null,
    target: target.value,
    pass: pass.value,
    acceptLabel: false,
  };
}

/** Codes typed in one field, apart by commas, semicolons or blanks. */
export const codesIn = (text: string): string[] => text.split(/[\s,;]+/u).filter(Boolean);

/** What is sent: the whole content. */
export function bodyOf(draft: Draft): TrainingBody {
  const { title, nature, texts, references, jobs, skills, courses } = draft;
  const code = references.code.trim();
  return {
    title: title.trim(),
    nature,
    texts: mapped(TEXTS, (name) => texts[name].trim()),
    certification: {
      code: code === "" ? null : code,
      blocks: codesIn(references.blocks),
      formacodes: codesIn(references.formacodes),
      specialities: codesIn(references.specialities),
    },
    jobs: jobs.map(({ code, appellation, acceptLabel }) => ({
      code,
      appellation,
      accept_label: acceptLabel,
    })),
    skills: skills.map(({ skill, grid, target, pass, acceptLabel }) => ({
      skill,
      grid_id: grid,
      target,
      pass,
      accept_label: acceptLabel,
    })),
    // In the order of the training's skills, as the server keeps them.
    courses: courses.map(({ id, skills: taught }) => ({
      course_id: id,
      skills: skills.map(({ skill }) => skill).filter((skill) => taught.includes(skill)),
    })),
  };
}

/** Whether two drafts would be sent as the same content. */
export function same(one: Draft, other: Draft): boolean {
  return one === other || JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other));
}

export const minutesOf = (courses: { minutes: number }[]): number =>
  courses.reduce((total, { minutes }) => total + minutes, 0);
