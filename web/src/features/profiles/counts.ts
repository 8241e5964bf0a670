// What each choice would leave, read from the facets of the search.
import type { Facets } from "@/api/types";
import { LEVELS } from "@/record/levels";
import type { LevelMode } from "./state";

/** Profiles meeting the search with this criterion at least at each level: index 0 is level 1. */
function atLeast(facets: Facets | undefined, skill: string): number[] | null {
  const counts = facets?.levels?.filter((count) => count.skill === skill);
  if (!counts || counts.length === 0) return null;
  return LEVELS.map((level) => counts.find((count) => count.level === level)?.count ?? 0);
}

/**
 * Results left by a level choice. “Exactly 2” is what “at least 2” has and “at least 3” has not,
 * because a profile holds one level per skill.
 */
export function levelCount(
  facets: Facets | undefined,
  skill: string,
  mode: LevelMode,
  level: number,
): number | null {
  const counts = atLeast(facets, skill);
  if (!counts) return null;
  const from = (n: number): number => counts[n - 1] ?? 0;
  if (mode === "exactly") return from(level) - from(level + 1);
  if (mode === "at_most") return from(1) - from(level + 1);
  return from(level);
}

export function statusCount(
  facets: Facets | undefined,
  skill: string,
  status: "any" | "validated",
): number | null {
  const found = facets?.statuses?.find((c) => c.skill === skill && c.status === status);
  return found?.count ?? null;
}
