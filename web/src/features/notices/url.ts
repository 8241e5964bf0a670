// What the page of notices keeps in the address: `etat` and `formation`. What waits for a decision is the default.
import * as z from "zod/mini";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const WANTED = ["waiting", "decided", "all"] as const;
export type Wanted = (typeof WANTED)[number];

export interface NoticeFilter {
  wanted: Wanted;
  /** The only training that is looked at; null for all of them. */
  training: string | null;
}

/** What is not understood is left out: a list has nothing to lose by it. */
export const noticesSearch = z.object({
  etat: z.catch(z.optional(z.enum(["decidees", "toutes"])), undefined),
  formation: z.catch(z.optional(z.string().check(z.regex(UUID))), undefined),
});
export type NoticesSearch = z.infer<typeof noticesSearch>;

const READ = { decidees: "decided", toutes: "all" } as const;
const WRITTEN = { waiting: undefined, decided: "decidees", all: "toutes" } as const;

export const filterOf = ({ etat, formation }: NoticesSearch): NoticeFilter => ({
  wanted: etat ? READ[etat] : "waiting",
  training: formation ?? null,
});

export function searchOf({ wanted, training }: NoticeFilter): NoticesSearch {
  const etat = WRITTEN[wanted];
  return { ...(etat ? { etat } : {}), ...(training ? { formation: training } : {}) };
}
