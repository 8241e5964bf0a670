// How the sheets of the catalogue lay out what the API lists.
import type { JobSkill, SkillKind } from "@/api/types";

export interface Group<T> {
  name: string;
  items: T[];
}

const french = new Intl.Collator("fr");

interface Grouped {
  category: string;
  /** The stake it serves, which tells more than its category, where the publisher says it. */
  stake?: { label: string } | null;
}

/** Items under the publisher's stakes and categories, by name; the order within each is kept. */
export function byCategory<T extends Grouped>(items: readonly T[]): Group<T>[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = item.stake?.label ?? item.category;
    const known = groups.get(name);
    if (known) known.push(item);
    else groups.set(name, [item]);
  }
  return [...groups]
    .map(([name, grouped]) => ({ name, items: grouped }))
    .sort((a, b) => french.compare(a.name, b.name));
}

export const FAMILIES = ["knowHow", "softSkill", "knowledge"] as const;
export type Family = (typeof FAMILIES)[number];

const FAMILY: Record<SkillKind, Family> = {
  skill: "knowHow",
  macro_skill: "knowHow",
  soft_skill: "softSkill",
  knowledge: "knowledge",
};

export interface FamilyGroup {
  family: Family;
  count: number;
  categories: Group<JobSkill>[];
}

/** The skills of a job: know-how, soft skills, knowledge; by category, the core ones first. */
export function byFamily(skills: readonly JobSkill[]): FamilyGroup[] {
  return FAMILIES.map((family) => {
    const mine = skills.filter(({ kind }) => FAMILY[kind] === family).sort(byWeight);
    return { family, count: mine.length, categories: byCategory(mine) };
  }).filter(({ count }) => count > 0);
}

/** Core ones, then those on the rise, then the others. */
const rank = ({ core, emerging }: JobSkill): number => (core ? 0 : emerging ? 1 : 2);

const byWeight = (a: JobSkill, b: JobSkill): number =>
  rank(a) - rank(b) || french.compare(a.label, b.label);

/** The API gives a text as one sentence per line. */
export function sentences(text: string | null | undefined): string[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The other names of a job: its title is already the heading of its sheet. */
export const otherNames = <T extends { label: string }>(names: readonly T[], title: string): T[] =>
  names.filter(({ label }) => label !== title);
