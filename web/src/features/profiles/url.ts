// The search in the address bar: short, readable, complete. A link reproduces the page, cursor included.
//
//   c=103091.3-.v,117622.o   skill 103091 at level 3 or more, validated; skill 117622, optional
//   bounds: `3-` at least 3 · `3` exactly 3 · `-3` at most 3 · `2-3` between 2 and 3
//   min=2 · sauf=100023 · rome=M,M18,M1805,family:M1805 · metier=M1805 · nom=dupont · page=<cursor>
//   ecartes=oui        those the company left out appear all the same
//   enregistree=<id>   the saved search it was opened from, which only its owner can read
import * as z from "zod/mini";
import { type Criterion, LIMITS, type SearchState } from "./state";

const SKILL = /^\d{1,9}$/;
const CRITERION = /^(\d{1,9})(?:\.([1-4]?-[1-4]|[1-4]-?))?(\.v)?(\.o)?$/;
const ROME = /^(?:[A-Z]|[A-Z]\d{2}|[A-Z]\d{4}|family:[A-Z]\d{4})$/;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const list = (text: string): string[] => text.split(",");
const distinct = (values: string[]): boolean => new Set(values).size === values.length;

const codes = (pattern: RegExp, most: number) =>
  z.optional(
    z.string().check(
      z.refine((text) => list(text).every((value) => pattern.test(value))),
      z.refine((text) => list(text).length <= most && distinct(list(text))),
    ),
  );

const matching = (pattern: RegExp) => z.optional(z.string().check(z.regex(pattern)));

/** The parameters as they stand in the address: anything else is refused, never half understood. */
export const searchParams = z
  .object({
    c: z.optional(
      z.string().check(
        z.refine((text) => list(text).every((part) => readCriterion(part) !== null)),
        z.refine((text) => list(text).length <= LIMITS.criteria),
        z.refine((text) => distinct(list(text).map((part) => part.split(".")[0] ?? ""))),
      ),
    ),
    min: matching(/^\d{1,3}$/),
    sauf: codes(SKILL, LIMITS.exclude),
    rome: codes(ROME, LIMITS.rome),
    metier: matching(/^[A-Z]\d{4}$/),
    nom: z.optional(z.string().check(z.maxLength(LIMITS.name))),
    ecartes: matching(/^oui$/),
    page: matching(/^[\w.~=-]{1,2000}$/),
    enregistree: matching(UUID),
  })
  .check(
    z.refine(({ c, sauf }) => {
      const wanted = new Set((c ? list(c) : []).map((part) => part.split(".")[0]));
      return !(sauf ? list(sauf) : []).some((code) => wanted.has(code));
    }),
  );

export type SearchParams = z.infer<typeof searchParams>;

function readCriterion(text: string): Criterion | null {
  const found = CRITERION.exec(text);
  if (!found) return null;
  const [, skill = "", bounds = "", validated, optional] = found;
  const [min, max] = readBounds(bounds);
  if (min !== null && max !== null && min > max) return null;
  return { skill, min, max, validated: validated !== undefined, required: optional === undefined };
}

function readBounds(text: string): [number | null, number | null] {
  if (text === "") return [null, null];
  if (!text.includes("-")) return [Number(text), Number(text)];
  const [min, max] = text.split("-");
  return [min ? Number(min) : null, max ? Number(max) : null];
}

function writeBounds({ min, max }: Criterion): string {
  if (min === null && max === null) return "";
  if (min === max) return `.${min}`;
  return `.${min ?? ""}-${max ?? ""}`;
}

function writeCriterion(criterion: Criterion): string {
  const status = criterion.validated ? ".v" : "";
  const demand = criterion.required ? "" : ".o";
  return `${criterion.skill}${writeBounds(criterion)}${status}${demand}`;
}

export function stateFromParams(params: SearchParams): SearchState {
  const { c, min, sauf, rome, metier, nom, ecartes, page, enregistree } = params;
  return {
    criteria: c
      ? list(c)
          .map(readCriterion)
          .filter((criterion) => criterion !== null)
      : [],
    minMatching: min === undefined ? null : Number(min),
    exclude: sauf ? list(sauf) : [],
    rome: rome ? list(rome) : [],
    job: metier ?? null,
    name: nom ?? "",
    withExcluded: ecartes === "oui",
    cursor: page ?? null,
    saved: enregistree ?? null,
  };
}

/** The shortest parameters that say the same; what is at its default is left out. */
export function paramsFromState(state: SearchState): SearchParams {
  const params: SearchParams = {};
  if (state.criteria.length > 0) params.c = state.criteria.map(writeCriterion).join(",");
  if (state.minMatching !== null) params.min = String(state.minMatching);
  if (state.exclude.length > 0) params.sauf = state.exclude.join(",");
  if (state.rome.length > 0) params.rome = state.rome.join(",");
  if (state.job !== null) params.metier = state.job;
  if (state.name.trim() !== "") params.nom = state.name.trim();
  if (state.withExcluded) params.ecartes = "oui";
  if (state.cursor !== null) params.page = state.cursor;
  if (state.saved !== null) params.enregistree = state.saved;
  return params;
}
