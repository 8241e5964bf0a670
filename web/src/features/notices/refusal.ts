// Why a decision was not taken: somebody was quicker, or the training is put away.
import { asProblem, ILLEGAL } from "@/api/problem";
import type { NoticeDecision } from "@/api/types";

export type Refusal = NoticeDecision | "archived";

const REFUSALS: Refusal[] = ["kept", "accepted", "archived"];

/** The state that stands against the decision; null when it was refused for another reason. */
export function refusalOf(error: unknown): Refusal | null {
  const { code, currentState } = asProblem(error);
  if (code !== ILLEGAL) return null;
  return REFUSALS.find((refusal) => refusal === currentState) ?? null;
}

/** What somebody else had decided. */
export function decidedBefore(error: unknown): NoticeDecision | null {
  const refusal = refusalOf(error);
  return refusal === "archived" ? null : refusal;
}
