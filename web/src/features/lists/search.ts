// What the page of a list keeps in the address: `etape`, the stage that is shown.
import * as z from "zod/mini";
import type { CandidateStage } from "@/api/types";
import { among } from "@/lib/searchParts";

export const STAGE_NAMES: Record<string, CandidateStage> = {
  "a-contacter": "to_contact",
  contact: "contacted",
  reponse: "answered",
};

export const listSearch = z.object({ etape: among(STAGE_NAMES) });
export type ListSearch = z.infer<typeof listSearch>;
