// What quizzes are called, for everybody who reads about them.
import type { QuizAttemptState } from "@/api/types";
import type { Translate } from "@/i18n/quizWords";
import { formatPoints } from "./model/number";

/** “1,5 point”: French counts from two on. */
export const pointsName = (t: Translate, points: number): string =>
  t("quizWord.points", { count: Math.floor(Math.abs(points)), points: formatPoints(points) });

export const outOf = (t: Translate, points: number, worth: number): string =>
  t("quizWord.pointsOf", { points: formatPoints(points), worth: pointsName(t, worth) });

export const STATE_TONES = {
  invited: "neutral",
  started: "warning",
  submitted: "neutral",
  to_grade: "warning",
  graded: "neutral",
  published: "success",
  withdrawn: "error",
} as const satisfies Record<QuizAttemptState, string>;

export const KINDS = [
  "single",
  "multiple",
  "true_false",
  "short_text",
  "number",
  "long_text",
  "file",
] as const;

/** The beginning of what a question asks, on one line. */
export function startOf(blocks: readonly { type: string; text?: string; tex?: string }[]): string {
  const first = blocks.find(({ text }) => text) ?? blocks.find(({ tex }) => tex);
  const words = (first?.text ?? first?.tex ?? "").replace(/\s+/g, " ").trim();
  return words.length > 120 ? `${words.slice(0, 119).trimEnd()}…` : words;
}

export const EXTRA_TIMES = ["none", "third", "half", "unlimited"] as const;
