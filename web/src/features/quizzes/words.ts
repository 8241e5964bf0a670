// What quizzes are called, for everybody who reads about them.
import type { QuizAttemptState, QuizInvitationState } from "@/api/types";
import type { Translate } from "@/i18n/quizWords";
import { timeOf } from "@/lib/days";
import { formatMoment } from "@/lib/format";
import { formatPoints } from "./model/number";

/** “1,5 point”: French counts from two on. */
export const pointsName = (t: Translate, points: number): string =>
  t("quizWord.points", { count: Math.floor(Math.abs(points)), points: formatPoints(points) });

export const outOf = (t: Translate, points: number, worth: number): string =>
  t("quizWord.pointsOf", { points: formatPoints(points), worth: pointsName(t, worth) });

/** When a quiz closes. What closes with a day is open until its last minute, and not “at midnight”. */
export function formatClosing(iso: string): string {
  const midnight = timeOf(iso) === "00:00";
  return formatMoment(midnight ? new Date(Date.parse(iso) - 60_000).toISOString() : iso);
}

export const STATE_TONES = {
  invited: "neutral",
  started: "warning",
  submitted: "neutral",
  to_grade: "warning",
  graded: "neutral",
  published: "success",
  withdrawn: "error",
} as const satisfies Record<QuizAttemptState, string>;

export const INVITATION_TONES = {
  ...STATE_TONES,
  expired: "neutral",
} as const satisfies Record<QuizInvitationState, string>;

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
