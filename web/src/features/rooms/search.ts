// What the pages of rooms keep in the address: `message` of a room; `q` and `salon` of the search; `vue`, `etat` and `signalement` of
// the moderation.
import * as z from "zod/mini";
import { among, id, words } from "@/lib/searchParts";

const PLACE = /^[1-9]\d{0,14}$/;
const place = z.catch(z.optional(z.string().check(z.regex(PLACE))), undefined);

export const roomPageSearch = z.object({ message: place });
export type RoomPageSearch = z.infer<typeof roomPageSearch>;

export const messageSearch = z.object({ q: words, salon: id });
export type MessageSearch = z.infer<typeof messageSearch>;

export const reportSearch = z.object({
  etat: among({ decides: "decides" }),
  signalement: id,
});
export type ReportSearch = z.infer<typeof reportSearch>;

export const moderationSearch = z.object({
  vue: among({ signalements: "signalements" }),
  etat: among({ decides: "decides" }),
  signalement: id,
});
export type ModerationSearch = z.infer<typeof moderationSearch>;
