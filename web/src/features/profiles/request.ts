// From the state of the page to the body of the request.
import type { SearchCriteria, SearchRequest } from "@/api/types";
import type { Criterion, SearchState } from "./state";

export const PAGE_SIZE = 20;

type WireCriterion = NonNullable<SearchRequest["criteria"]>[number];

function wireCriterion({ skill, min, max, validated, required }: Criterion): WireCriterion {
  return {
    skill,
    ...(min === null ? {} : { min_level: min }),
    ...(max === null ? {} : { max_level: max }),
    status: validated ? "validated" : "any",
    required,
  };
}

/** The search itself, without page or facets: two searches are the same when this is. */
export function searchBody(state: SearchState): SearchRequest {
  const name = state.name.trim();
  return {
    ...(state.criteria.length > 0 ? { criteria: state.criteria.map(wireCriterion) } : {}),
    ...(state.minMatching === null ? {} : { min_matching: state.minMatching }),
    ...(state.exclude.length > 0 ? { exclude: state.exclude.map((skill) => ({ skill })) } : {}),
    ...(state.rome.length > 0 ? { rome: state.rome } : {}),
    ...(state.job === null ? {} : { job: state.job }),
    ...(name === "" ? {} : { name }),
    ...(state.withExcluded ? {} : { hide_excluded: true }),
  };
}

/** The other way: what a saved search asks, as the page holds it. */
export function stateFromBody(search: SearchCriteria, saved: string | null): SearchState {
  return {
    criteria: (search.criteria ?? []).map((one) => ({
      skill: one.skill,
      min: one.min_level ?? null,
      max: one.max_level ?? null,
      validated: one.status === "validated",
      required: one.required ?? true,
    })),
    minMatching: search.min_matching ?? null,
    exclude: (search.exclude ?? []).map(({ skill }) => skill),
    rome: search.rome ?? [],
    job: search.job ?? null,
    name: search.name ?? "",
    withExcluded: !search.hide_excluded,
    cursor: null,
    saved,
  };
}

/** Whether two searches ask the same; pages and saved searches aside. */
export const asksTheSame = (one: SearchState, other: SearchState): boolean =>
  JSON.stringify(searchBody(one)) === JSON.stringify(searchBody(other));

/** The first page with every count; later pages ask for hits only, the counts being the same. */
export function firstPageBody(search: SearchRequest): SearchRequest {
  return { ...search, facets: ["rome", "skills", "levels", "statuses"], limit: PAGE_SIZE };
}

export function laterPageBody(search: SearchRequest, cursor: string): SearchRequest {
  return { ...search, limit: PAGE_SIZE, cursor };
}
