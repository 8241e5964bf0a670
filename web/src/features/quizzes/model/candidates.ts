// Those who answered a company's quiz, as its results tell of them.
import type { QuizCandidate } from "@/api/types";
import { fullName } from "@/lib/names";

/** How many stand side by side at most. */
export const MOST_COMPARED = 10;

/** What somebody is called: by name, or by the label of their copy while names are hidden; null when there is neither. */
export function nameOf(candidate: QuizCandidate): string | null {
  const { first_name: first, last_name: last, label } = candidate;
  return last == null ? (label ?? null) : fullName({ first_name: first ?? "", last_name: last });
}

/** Whether their copy may be read with their name: handed in, and no name hidden. */
export const isReadable = ({ invitation_id: id, submitted_at: at }: QuizCandidate): boolean =>
  id != null && at != null;

/** Those of the chosen whose result they do not see yet. */
export const toPublish = (
  candidates: readonly QuizCandidate[],
  chosen: readonly string[],
): string[] =>
  candidates.flatMap(({ invitation_id: id, state }) =>
    id && chosen.includes(id) && state === "graded" ? [id] : [],
  );

/** Whole minutes, at least one. */
export const minutesOf = (seconds: number): number => Math.max(1, Math.round(seconds / 60));
