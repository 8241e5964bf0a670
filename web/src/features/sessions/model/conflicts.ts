// What is taken at the time of a slot, as a refusal tells it.
import type { ApiProblem } from "@/api/problem";

const TAKEN = ["trainer_busy", "room_taken", "trainee_busy"];

/** The sentences of a refusal that speaks of nothing but people and places that are taken; null of any other. */
export function takenBy({ errors }: Pick<ApiProblem, "errors">): string[] | null {
  if (errors.length === 0 || !errors.every(({ code }) => TAKEN.includes(code))) return null;
  return [...new Set(errors.map(({ message }) => message))];
}
