// What a recruiter is looking for, as the page holds it, and every change that can be made to it.

export const LIMITS = { criteria: 40, exclude: 20, rome: 20, name: 80 } as const;

export interface Criterion {
  skill: string;
  min: number | null;
  max: number | null;
  validated: boolean;
  required: boolean;
}

export interface SearchState {
  criteria: Criterion[];
  /** At least this many of the optional conditions; null leaves the published default. */
  minMatching: number | null;
  exclude: string[];
  /** Letters, domains, jobs, and `family:` codes. */
  rome: string[];
  job: string | null;
  name: string;
  /** Whether people the company left out appear all the same. */
  withExcluded: boolean;
  cursor: string | null;
  /** The saved search it was opened from. */
  saved: string | null;
}

export const EMPTY_SEARCH: SearchState = {
  criteria: [],
  minMatching: null,
  exclude: [],
  rome: [],
  job: null,
  name: "",
  withExcluded: false,
  cursor: null,
  saved: null,
};

/** Any change of the search starts again at its first page. */
function changed(state: SearchState, change: Partial<SearchState>): SearchState {
  return { ...state, ...change, cursor: null };
}

export function addCriteria(state: SearchState, codes: string[], required: boolean): SearchState {
  const known = new Set(state.criteria.map((criterion) => criterion.skill));
  const added = codes
    .filter((code) => !known.has(code))
    .slice(0, LIMITS.criteria - known.size)
    .map((skill) => ({ skill, min: null, max: null, validated: false, required }));
  const exclude = state.exclude.filter((code) => !codes.includes(code));
  return changed(state, { criteria: [...state.criteria, ...added], exclude });
}

export function editCriterion(
  state: SearchState,
  skill: string,
  edit: Partial<Omit<Criterion, "skill">>,
): SearchState {
  const criteria = state.criteria.map((c) => (c.skill === skill ? { ...c, ...edit } : c));
  return changed(state, { criteria, ...fitting(state, criteria) });
}

export function removeCriterion(state: SearchState, skill: string): SearchState {
  const criteria = state.criteria.filter((criterion) => criterion.skill !== skill);
  return changed(state, { criteria, ...fitting(state, criteria) });
}

/** Without a job, no more optional criteria can be demanded than there are. */
function fitting(state: SearchState, criteria: Criterion[]): Partial<SearchState> {
  if (state.minMatching === null || state.job !== null) return {};
  const optional = criteria.filter((criterion) => !criterion.required).length;
  if (optional === 0) return { minMatching: null };
  return { minMatching: Math.min(state.minMatching, optional) };
}

export function setMinMatching(state: SearchState, minMatching: number | null): SearchState {
  return changed(state, { minMatching });
}

export function addExcluded(state: SearchState, code: string): SearchState {
  if (state.exclude.includes(code) || state.exclude.length >= LIMITS.exclude) return state;
  return changed(removeCriterion(state, code), { exclude: [...state.exclude, code] });
}

export function removeExcluded(state: SearchState, code: string): SearchState {
  return changed(state, { exclude: state.exclude.filter((excluded) => excluded !== code) });
}

export function toggleRome(state: SearchState, code: string): SearchState {
  if (state.rome.includes(code)) {
    return changed(state, { rome: state.rome.filter((value) => value !== code) });
  }
  if (state.rome.length >= LIMITS.rome) return state;
  return changed(state, { rome: [...state.rome, code] });
}

export function clearRome(state: SearchState): SearchState {
  return changed(state, { rome: [] });
}

export function setJob(state: SearchState, job: string | null): SearchState {
  return changed(state, { job, minMatching: null });
}

export function setName(state: SearchState, name: string): SearchState {
  return changed(state, { name: name.slice(0, LIMITS.name) });
}

export function setWithExcluded(state: SearchState, withExcluded: boolean): SearchState {
  return changed(state, { withExcluded });
}

/** Asks for another code in the place of this one, wherever it stands; what is there already stands once. */
export function replaceCode(state: SearchState, from: string, to: string): SearchState {
  const asked = state.criteria.some((criterion) => criterion.skill === from);
  const swap = (codes: string[]): string[] => [
    ...new Set(codes.map((code) => (code === from ? to : code))),
  ];
  const criteria = asked
    ? state.criteria
        .filter((criterion) => criterion.skill !== to)
        .map((criterion) => (criterion.skill === from ? { ...criterion, skill: to } : criterion))
    : state.criteria;
  const wanted = new Set(criteria.map((criterion) => criterion.skill));
  return changed(state, {
    criteria,
    ...fitting(state, criteria),
    exclude: swap(state.exclude).filter((code) => !wanted.has(code)),
    rome: swap(state.rome),
    job: state.job === from ? to : state.job,
  });
}

/** Without this code, wherever it stands. */
export function removeCode(state: SearchState, code: string): SearchState {
  const left = removeExcluded(removeCriterion(state, code), code);
  const rome = left.rome.filter((value) => value !== code);
  return left.job === code ? setJob({ ...left, rome }, null) : changed(left, { rome });
}

export function setCursor(state: SearchState, cursor: string | null): SearchState {
  return { ...state, cursor };
}

/** How many filters are set, for the button that opens them on a phone. */
export function filterCount(state: SearchState): number {
  const { criteria, exclude, rome, job, name } = state;
  const single = [job !== null, name.trim() !== ""].filter(Boolean).length;
  return criteria.length + exclude.length + rome.length + single;
}

export type LevelMode = "any" | "at_least" | "exactly" | "at_most" | "between";

export function levelMode({ min, max }: Pick<Criterion, "min" | "max">): LevelMode {
  if (min === null) return max === null ? "any" : "at_most";
  if (max === null) return "at_least";
  return min === max ? "exactly" : "between";
}

/** The bounds that say “at least / exactly / at most this level”. */
export function boundsFor(mode: LevelMode, level: number): Pick<Criterion, "min" | "max"> {
  switch (mode) {
    case "any":
      return { min: null, max: null };
    case "exactly":
      return { min: level, max: level };
    case "at_most":
      return { min: null, max: level };
    default:
      return { min: level, max: null };
  }
}
