// What the server does not know of a search: which of its codes, and the search without them.
import type { FieldProblem } from "@/api/problem";
import { removeCode, type SearchState } from "./state";

const UNKNOWN = ["unknown_skill", "unknown_job", "unknown_rome"];

/** The code a pointer of the request leads to; null when it leads to something else. */
export function codeAt(state: SearchState, pointer: string): string | null {
  const [part, at] = pointer.split("/").slice(1);
  const place = Number(at);
  if (part === "criteria" && pointer.endsWith("/skill")) {
    return state.criteria[place]?.skill ?? null;
  }
  if (part === "exclude") return state.exclude[place] ?? null;
  if (part === "rome") return state.rome[place] ?? null;
  return part === "job" ? state.job : null;
}

/** Each message, with the code it is about. */
export const refusedCodes = (state: SearchState, errors: readonly FieldProblem[]) =>
  errors.map(({ pointer, message }) => ({ code: codeAt(state, pointer), message }));

/** The search without the codes that the catalogue does not know; null when they are not all that is wrong. */
export function withoutRefused(
  state: SearchState,
  errors: readonly FieldProblem[],
): SearchState | null {
  const unknown = errors.map(({ code, pointer }) =>
    UNKNOWN.includes(code) ? codeAt(state, pointer) : null,
  );
  if (unknown.length === 0 || unknown.includes(null)) return null;
  return unknown.reduce((left: SearchState, code) => removeCode(left, code ?? ""), state);
}
