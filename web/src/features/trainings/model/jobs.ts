// The jobs of a training and the skills they bring.
import type { Job, JobSkill } from "@/api/types";
import type { Draft, DraftSkill } from "./draft";
import { addSkill, newLine, removeSkills } from "./skills";

/**
 * Adds a job with its core skills. A skill that is there already, through another job or chosen by hand,
 * stays as it is and bears this job too.
 */
export function addJob(draft: Draft, job: Job, appellation: string | null): Draft {
  if (draft.jobs.some(({ code }) => code === job.code)) return draft;
  const named = appellation !== null && appellation !== job.label ? appellation : null;
  const listed = new Map(job.skills.map((skill) => [skill.code, skill]));
  const present = new Set(draft.skills.map(({ skill }) => skill));
  return {
    ...draft,
    jobs: [
      ...draft.jobs,
      { code: job.code, label: job.label, appellation: named, acceptLabel: false },
    ],
    skills: [
      ...draft.skills.map((line) => bearing(line, job.code, listed.get(line.skill))),
      ...job.skills
        .filter(({ core, code }) => core && !present.has(code))
        .map((skill) => lineOf(skill, [job.code])),
    ],
  };
}

function bearing(line: DraftSkill, job: string, skill: JobSkill | undefined): DraftSkill {
  if (!skill) return line;
  return {
    ...line,
    jobs: [...line.jobs.filter((code) => code !== job), job],
    core: line.core || skill.core,
    emerging: line.emerging || skill.emerging,
  };
}

function lineOf({ code, label, kind, core, emerging }: JobSkill, jobs: string[]): DraftSkill {
  return newLine({ skill: code, label, kind, core, emerging, jobs });
}

/** The skills that no other job of the training brings. */
export const onlyFrom = (draft: Draft, job: string): DraftSkill[] =>
  draft.skills.filter(({ jobs }) => jobs.length === 1 && jobs[0] === job);

/** Takes a job out; the skills that only it brought go with it, or stay as chosen by hand. */
export function removeJob(draft: Draft, job: string, withSkills: boolean): Draft {
  const gone = withSkills
    ? new Set(onlyFrom(draft, job).map(({ skill }) => skill))
    : new Set<string>();
  const kept = removeSkills(draft, gone);
  return {
    ...kept,
    jobs: kept.jobs.filter(({ code }) => code !== job),
    skills: kept.skills.map((line) =>
      line.jobs.includes(job) ? { ...line, jobs: line.jobs.filter((code) => code !== job) } : line,
    ),
  };
}

/** Chooses a skill of a job, or takes it out; it bears every job of the training that lists it. */
export function toggleJobSkill(draft: Draft, skill: JobSkill, sheets: Job[]): Draft {
  const { code, label, kind } = skill;
  if (draft.skills.some((line) => line.skill === code)) return removeSkills(draft, new Set([code]));
  return addSkill(draft, { skill: code, label, kind, ...listedBy(draft, code, sheets) });
}

/** The training's jobs that list a skill, and what it is to them. */
export function listedBy(draft: Draft, code: string, sheets: Job[]) {
  const found = draft.jobs.flatMap((job) => {
    const sheet = sheets.find((other) => other.code === job.code);
    const skill = sheet?.skills.find((other) => other.code === code);
    return skill ? [{ job: job.code, skill }] : [];
  });
  return {
    jobs: found.map(({ job }) => job),
    core: found.some(({ skill }) => skill.core),
    emerging: found.some(({ skill }) => skill.emerging),
  };
}

/** Puts a job in the place of a retired one, with what of its core skills is not there yet. */
export function replaceJob(draft: Draft, old: string, job: Job): Draft {
  const place = draft.jobs.findIndex(({ code }) => code === old);
  const next = addJob(removeJob(draft, old, false), job, null);
  const line = next.jobs.find(({ code }) => code === job.code);
  if (!line) return next;
  const jobs = next.jobs.filter(({ code }) => code !== job.code);
  return { ...next, jobs: jobs.toSpliced(Math.min(place, jobs.length), 0, line) };
}

/** Says of a job whether it takes the title of today. */
export function acceptJobName(draft: Draft, job: string, accept: boolean): Draft {
  return {
    ...draft,
    jobs: draft.jobs.map((line) => (line.code === job ? { ...line, acceptLabel: accept } : line)),
  };
}

export interface SkillGroup {
  kind: JobSkill["kind"];
  category: string;
  skills: JobSkill[];
}

/** The skills of a job by kind and category, as the catalogue groups them. */
export function groups(skills: JobSkill[]): SkillGroup[] {
  const found = new Map<string, SkillGroup>();
  for (const skill of skills) {
    const key = `${skill.kind}\n${skill.category}`;
    const group = found.get(key) ?? { kind: skill.kind, category: skill.category, skills: [] };
    group.skills.push(skill);
    found.set(key, group);
  }
  const order: JobSkill["kind"][] = ["skill", "macro_skill", "knowledge", "soft_skill"];
  return [...found.values()].sort(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) || a.category.localeCompare(b.category, "fr"),
  );
}
