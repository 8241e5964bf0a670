// The courses of a training, in order, and which skills each one teaches.
import type { Course } from "@/api/types";
import type { Draft, DraftCourse, DraftSkill } from "./draft";
import { moved, toggled } from "./lines";

export function addCourse(draft: Draft, { id, title, minutes, modality }: Course): Draft {
  if (draft.courses.some((line) => line.id === id)) return draft;
  return { ...draft, courses: [...draft.courses, { id, title, minutes, modality, skills: [] }] };
}

export function removeCourse(draft: Draft, id: string): Draft {
  return { ...draft, courses: draft.courses.filter((line) => line.id !== id) };
}

export function moveCourse(draft: Draft, id: string, by: -1 | 1): Draft {
  const courses = moved(draft.courses, (line) => line.id === id, by);
  return courses === draft.courses ? draft : { ...draft, courses };
}

/** Lets a line say what its course says today. */
export function refreshCourse(draft: Draft, { id, title, minutes, modality }: Course): Draft {
  return {
    ...draft,
    courses: draft.courses.map((line) =>
      line.id === id ? { ...line, title, minutes, modality } : line,
    ),
  };
}

const edited = (draft: Draft, id: string, skills: (line: DraftCourse) => string[]): Draft => ({
  ...draft,
  courses: draft.courses.map((line) => (line.id === id ? { ...line, skills: skills(line) } : line)),
});

/** Says that a course teaches a skill, or no longer. */
export function toggleTaught(draft: Draft, course: string, skill: string): Draft {
  return edited(draft, course, (line) => toggled(line.skills, skill));
}

/** Says that a course teaches every skill of the training, or none. */
export function teachAll(draft: Draft, course: string, all: boolean): Draft {
  return edited(draft, course, () => (all ? draft.skills.map(({ skill }) => skill) : []));
}

export interface Gaps {
  /** Skills that no course teaches. */
  skills: DraftSkill[];
  /** Courses that teach nothing. */
  courses: DraftCourse[];
}

export function gapsOf({ skills, courses }: Pick<Draft, "skills" | "courses">): Gaps {
  const taught = new Set(courses.flatMap((course) => course.skills));
  return {
    skills: skills.filter(({ skill }) => !taught.has(skill)),
    courses: courses.filter((course) => course.skills.length === 0),
  };
}
