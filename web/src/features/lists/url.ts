import type { CandidateStage } from "@/api/types";
import { type ListSearch, STAGE_NAMES } from "./search";

export const stageOf = ({ etape }: ListSearch): CandidateStage | null =>
  etape ? (STAGE_NAMES[etape] ?? null) : null;

export function stageSearchOf(stage: CandidateStage | null): ListSearch {
  const etape = Object.keys(STAGE_NAMES).find((name) => STAGE_NAMES[name] === stage);
  return etape ? { etape } : {};
}
