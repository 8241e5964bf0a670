// What the pages of trainings keep in the address: `q` and `etat` of the list, `de` and `a` of a comparison.
import * as z from "zod/mini";
import type { TrainingStatus } from "@/api/types";
import { words } from "@/lib/searchParts";

const STATES: Record<string, TrainingStatus> = {
  brouillon: "draft",
  publiee: "published",
  archivee: "archived",
};

const NUMBER = /^[1-9]\d{0,5}$/;

/** What is not understood is left out: a list has nothing to lose by it. */
export const listSearch = z.object({
  q: words,
  etat: z.catch(z.optional(z.enum(["brouillon", "publiee", "archivee"])), undefined),
});
export type ListSearch = z.infer<typeof listSearch>;

export function filterOf({ q, etat }: ListSearch) {
  return { words: q?.trim() ?? "", status: etat ? (STATES[etat] ?? null) : null };
}

export function searchOf(filter: { words: string; status: TrainingStatus | null }): ListSearch {
  const { words, status } = filter;
  const etat = (["brouillon", "publiee", "archivee"] as const).find(
    (name) => STATES[name] === status,
  );
  return { ...(words === "" ? {} : { q: words }), ...(etat ? { etat } : {}) };
}

const number = z.catch(z.optional(z.string().check(z.regex(NUMBER))), undefined);

export const comparisonSearch = z.object({ de: number, a: number });
export type ComparisonSearch = z.infer<typeof comparisonSearch>;

export const choiceOf = ({ de, a }: ComparisonSearch): { from: number; to: number } | null =>
  de && a ? { from: Number(de), to: Number(a) } : null;

/** What own skills are searched by. */
export const wordsSearch = z.object({ q: words });
export type WordsSearch = z.infer<typeof wordsSearch>;

export const wordsOf = ({ q }: WordsSearch): string => q?.trim() ?? "";
export const searchFor = (q: string): WordsSearch => (q === "" ? {} : { q });

/** What courses are searched by, and whether archived ones are shown. */
export const coursesSearch = z.object({
  q: words,
  etat: z.catch(z.optional(z.enum(["archives"])), undefined),
});
export type CoursesSearch = z.infer<typeof coursesSearch>;

export interface CourseFilter {
  words: string;
  archived: boolean;
}

export const courseFilterOf = ({ q, etat }: CoursesSearch): CourseFilter => ({
  words: wordsOf({ q }),
  archived: etat === "archives",
});

export const courseSearchOf = ({ words, archived }: CourseFilter): CoursesSearch => ({
  ...searchFor(words),
  ...(archived ? { etat: "archives" } : {}),
});
