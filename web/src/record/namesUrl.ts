// With which names a record is read, as the address keeps it: `noms=alors`, or nothing for those of today.
import * as z from "zod/mini";
import type { Names } from "./drift";

export const namesSearch = z.object({
  noms: z.catch(z.optional(z.enum(["alors"])), undefined),
});
export type NamesSearch = z.infer<typeof namesSearch>;

export const namesOf = ({ noms }: NamesSearch): Names => (noms ? "written" : "today");
export const namesIn = (names: Names): NamesSearch => (names === "today" ? {} : { noms: "alors" });
