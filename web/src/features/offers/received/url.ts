// What the list of offers keeps in its address: `etat`.
import * as z from "zod/mini";
import { among } from "@/lib/searchParts";

export const GROUPS = {
  "a-repondre": "pending",
  acceptees: "accepted",
  terminees: "over",
  toutes: "all",
} as const;

export type GroupName = keyof typeof GROUPS;
export type Group = (typeof GROUPS)[GroupName];

export const inboxSearch = z.object({ etat: among(GROUPS) });
export type InboxSearch = z.infer<typeof inboxSearch>;

/** Those that wait, unless the address says otherwise. */
export const groupOf = ({ etat }: InboxSearch): Group => GROUPS[etat as GroupName] ?? "pending";
