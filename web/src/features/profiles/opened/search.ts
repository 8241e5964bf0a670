// What the page of a profile keeps in the address: from where it was opened. `recherche`, the address of a whole search; `liste`, a
// list, and its `etape`; `nouveaux`, a saved search whose new profiles were looked through; `offre`, and the `etat` of its board.
// It is for the way back alone: for what a profile is opened, the server finds out by itself.
import * as z from "zod/mini";
import { id, words } from "@/lib/searchParts";

const LONGEST_SEARCH = 4_000;

export const profileSearch = z.object({
  recherche: z.catch(z.optional(z.string().check(z.maxLength(LONGEST_SEARCH))), undefined),
  liste: id,
  etape: words,
  nouveaux: id,
  offre: id,
  etat: words,
});
export type ProfileSearch = z.infer<typeof profileSearch>;
