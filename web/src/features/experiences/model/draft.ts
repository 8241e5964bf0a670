// An experience as a form holds it, and as it is sent.
import type { Experience, ExperienceBody } from "@/api/types";

export interface ClaimValue {
  skill: string;
  label: string;
  level: number;
}

export interface JobValue {
  code: string;
  label: string;
}

export interface ExperienceValues extends Record<string, unknown> {
  title: string;
  organisation_name: string;
  place: string;
  started_on: string;
  ended_on: string;
  description: string;
  expires_on: string;
  skills: ClaimValue[];
  jobs: JobValue[];
}

/** Most skills, and most jobs, of one experience. */
export const MOST_CLAIMS = 30;
export const MOST_JOBS = 20;
/** The level that a skill is claimed at until another one is chosen. */
export const FIRST_LEVEL = 2;

export const NOTHING: ExperienceValues = {
  title: "",
  organisation_name: "",
  place: "",
  started_on: "",
  ended_on: "",
  description: "",
  expires_on: "",
  skills: [],
  jobs: [],
};

export const valuesOf = (experience: Experience): ExperienceValues => ({
  title: experience.title,
  organisation_name: experience.organisation_name,
  place: experience.place,
  started_on: experience.started_on ?? "",
  ended_on: experience.ended_on ?? "",
  description: experience.description,
  expires_on: experience.expires_on ?? "",
  skills: experience.skills.map(({ skill, label, level }) => ({ skill, label, level })),
  jobs: experience.jobs.map(({ code, label }) => ({ code, label })),
});

export const bodyOf = (values: ExperienceValues): ExperienceBody => ({
  title: values.title.trim(),
  organisation_name: values.organisation_name.trim(),
  place: values.place.trim(),
  started_on: values.started_on || null,
  ended_on: values.ended_on || null,
  description: values.description.trim(),
  expires_on: values.expires_on || null,
  skills: values.skills.map(({ skill, level }) => ({ skill, level })),
  jobs: values.jobs.map(({ code }) => code),
});

export type DayFault = "inFuture" | "beforeStart" | "startMissing";

/** What is wrong with the days, by the field it is told at: the same as the server says, before it is asked. */
export function dayFaults(
  { started_on: start, ended_on: end, expires_on: last }: ExperienceValues,
  today: string,
): Partial<Record<"started_on" | "ended_on" | "expires_on", DayFault>> {
  const faults: ReturnType<typeof dayFaults> = {};
  if (start > today) faults.started_on = "inFuture";
  else if (!start && end) faults.started_on = "startMissing";
  if (end > today) faults.ended_on = "inFuture";
  else if (start && end && end < start) faults.ended_on = "beforeStart";
  if (start && last && last < start) faults.expires_on = "beforeStart";
  return faults;
}

/** `/skills/3/level` → 3: the line of a list that a fault speaks of; null for any other. */
export function lineOf(field: string, list: "skills" | "jobs"): number | null {
  const found = new RegExp(`^${list}\\.(\\d+)(\\.|$)`).exec(field)?.[1];
  return found === undefined ? null : Number(found);
}
