// What the queue of an organisation keeps in the address: `etat`, `examinateur` (an id, `personne` for nobody) and `retard`.
import * as z from "zod/mini";
import type { SubmissionStatus } from "@/api/types";
import { among } from "@/lib/searchParts";

const ID = /^[0-9a-f-]{36}$/;
/** In the place of an id: that nobody looks at. */
export const NOBODY = "personne";
export const LATE = "oui";

export const QUEUE_STATES: Record<string, SubmissionStatus> = {
  soumises: "submitted",
  complements: "to_complete",
  validees: "validated",
  completees: "completed",
  refusees: "refused",
  retirees: "withdrawn",
};

const reviewer = z.catch(
  z.optional(z.string().check(z.refine((id) => id === NOBODY || ID.test(id)))),
  undefined,
);
const late = z.catch(z.optional(z.literal(LATE)), undefined);

export const queueSearch = z.object({
  etat: among(QUEUE_STATES),
  examinateur: reviewer,
  retard: late,
});
export type QueueSearch = z.infer<typeof queueSearch>;

/** Which submissions. */
export interface QueueFilter {
  status?: SubmissionStatus;
  assigned_to?: string;
  unassigned?: boolean;
  overdue?: boolean;
}

export function filterOf({ etat, examinateur, retard }: QueueSearch): QueueFilter {
  const status = etat === undefined ? undefined : QUEUE_STATES[etat];
  return {
    ...(status ? { status } : {}),
    ...(examinateur === NOBODY ? { unassigned: true } : {}),
    ...(examinateur && examinateur !== NOBODY ? { assigned_to: examinateur } : {}),
    ...(retard ? { overdue: true } : {}),
  };
}
