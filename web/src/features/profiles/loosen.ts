// When nobody matches: which single change would bring profiles back, read from the facets; and the
// wider changes to offer when no single one does.
import type { Facets } from "@/api/types";
import { levelCount, statusCount } from "./counts";
import {
  boundsFor,
  type Criterion,
  clearRome,
  EMPTY_SEARCH,
  editCriterion,
  levelMode,
  removeCriterion,
  removeExcluded,
  type SearchState,
  setMinMatching,
  setName,
} from "./state";

export type Loosening =
  | { kind: "level"; skill: string; level: number; count: number; next: SearchState }
  | { kind: "status"; skill: string; count: number; next: SearchState }
  | { kind: "rome"; count: number; next: SearchState }
  | { kind: "optional"; skill: string; next: SearchState }
  | { kind: "remove"; skill: string; next: SearchState }
  | { kind: "exclude"; skill: string; next: SearchState }
  | { kind: "matching"; next: SearchState }
  | { kind: "name"; next: SearchState }
  | { kind: Widening; next: SearchState };

type Widening = "levels" | "statuses" | "lenient" | "allOptional" | "onlySkills";

/** First the changes whose result is known and not empty, best first; then those that may help. */
export function loosenings(state: SearchState, facets: Facets | undefined): Loosening[] {
  const counted = [
    ...state.criteria.flatMap((criterion) => lowerLevel(state, facets, criterion)),
    ...state.criteria.flatMap((criterion) => anyStatus(state, facets, criterion)),
    ...withoutRome(state, facets),
  ].sort((a, b) => countOf(b) - countOf(a));
  return [...counted, ...uncounted(state)];
}

const countOf = (loosening: Loosening): number => ("count" in loosening ? loosening.count : 0);

/** The highest level below the one asked that somebody holds. */
function lowerLevel(state: SearchState, facets: Facets | undefined, c: Criterion): Loosening[] {
  const asked = c.min;
  if (asked === null || !["at_least", "exactly"].includes(levelMode(c))) return [];
  const from = levelMode(c) === "exactly" ? asked : asked - 1;
  for (let level = from; level >= 1; level--) {
    const count = levelCount(facets, c.skill, "at_least", level) ?? 0;
    if (count === 0) continue;
    const next = editCriterion(state, c.skill, boundsFor("at_least", level));
    return [{ kind: "level", skill: c.skill, level, count, next }];
  }
  return [];
}

function anyStatus(state: SearchState, facets: Facets | undefined, c: Criterion): Loosening[] {
  const count = c.validated ? (statusCount(facets, c.skill, "any") ?? 0) : 0;
  if (count === 0) return [];
  const next = editCriterion(state, c.skill, { validated: false });
  return [{ kind: "status", skill: c.skill, count, next }];
}

/** A job code belongs to one letter, a profile to several: the largest letter is a safe figure. */
function withoutRome(state: SearchState, facets: Facets | undefined): Loosening[] {
  if (state.rome.length === 0) return [];
  const count = Math.max(0, ...(facets?.rome ?? []).map((rome) => rome.count));
  return count === 0 ? [] : [{ kind: "rome", count, next: clearRome(state) }];
}

function uncounted(state: SearchState): Loosening[] {
  const required = state.criteria.filter((criterion) => criterion.required);
  const found: Loosening[] = [];
  if (state.name.trim() !== "") found.push({ kind: "name", next: setName(state, "") });
  if ((state.minMatching ?? 0) > 1) {
    const fewer = (state.minMatching ?? 1) - 1;
    found.push({ kind: "matching", next: setMinMatching(state, fewer) });
  }
  for (const { skill } of required.length > 1 ? required : []) {
    const next = editCriterion(state, skill, { required: false });
    found.push({ kind: "optional", skill, next });
  }
  for (const skill of state.exclude) {
    found.push({ kind: "exclude", skill, next: removeExcluded(state, skill) });
  }
  if (state.criteria.length === 1) {
    for (const { skill } of state.criteria) {
      found.push({ kind: "remove", skill, next: removeCriterion(state, skill) });
    }
  }
  return found;
}

/** Changes to several criteria at once, the smallest first; those that change nothing are left out. */
export function widenings(state: SearchState): Loosening[] {
  const { criteria } = state;
  const all = (edit: Partial<Criterion>): SearchState =>
    criteria.reduce((next, { skill }) => editCriterion(next, skill, edit), state);
  const anyLevel = { min: null, max: null };
  const bounded = criteria.some((criterion) => levelMode(criterion) !== "any");
  const validated = criteria.some((criterion) => criterion.validated);
  const required = criteria.some((criterion) => criterion.required);
  const filtered = state.rome.length + state.exclude.length > 0 || state.name.trim() !== "";
  const found: Loosening[] = [];
  if (bounded) found.push({ kind: "levels", next: all(anyLevel) });
  if (validated) found.push({ kind: "statuses", next: all({ validated: false }) });
  if (bounded && validated) {
    found.push({ kind: "lenient", next: all({ ...anyLevel, validated: false }) });
  }
  if (filtered && criteria.length > 0) {
    const { minMatching, job, saved } = state;
    const next = { ...EMPTY_SEARCH, criteria, minMatching, job, saved };
    found.push({ kind: "onlySkills", next });
  }
  if (required) {
    const next = all({ ...anyLevel, validated: false, required: false });
    found.push({ kind: "allOptional", next: setMinMatching(next, null) });
  }
  return found;
}
