// What the page of a sheet keeps in the address: `volet`, its part; `demi`, the half-day.
import * as z from "zod/mini";
import type { HalfDayPart } from "@/api/types";

export const PANES = ["appel", "signatures", "feuille"] as const;
export type Pane = (typeof PANES)[number];
export const HALVES: Record<string, HalfDayPart> = { matin: "am", "apres-midi": "pm" };

const pane = z.catch(z.optional(z.enum(PANES)), undefined);
const half = z.catch(z.optional(z.enum(["matin", "apres-midi"])), undefined);

/** What is not understood is left out. */
export const sheetSearch = z.object({ volet: pane, demi: half });
export type SheetSearch = z.infer<typeof sheetSearch>;

export const halfName = (part: HalfDayPart): "matin" | "apres-midi" =>
  part === "am" ? "matin" : "apres-midi";
