// What one holds of a list, and what that allows.
import type { CandidateList, CandidateStage, ListAccess, ListHold } from "@/api/types";

const RANKS: readonly ListHold[] = ["view", "pipeline", "full", "owner"];

export const STAGES: readonly CandidateStage[] = ["to_contact", "contacted", "answered"];
export const ACCESSES: readonly ListAccess[] = ["view", "pipeline", "full"];

export const allows = ({ access }: Pick<CandidateList, "access">, needed: ListHold): boolean =>
  RANKS.indexOf(access) >= RANKS.indexOf(needed);

/** The stages somebody may be moved to by hand: never behind what the company’s offers say. */
export const stagesFrom = (stage: CandidateStage, saidByOffer: boolean): CandidateStage[] =>
  saidByOffer ? STAGES.slice(STAGES.indexOf(stage)) : [...STAGES];
