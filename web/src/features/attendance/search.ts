// What the page of a sheet keeps in the address: `volet`, its part; `demi`, the half-day. Read by hand: every page loads it.
import type { HalfDayPart } from "@/api/types";

export const PANES = ["appel", "signatures", "feuille"] as const;
export type Pane = (typeof PANES)[number];
const HALVES = { matin: "am", "apres-midi": "pm" } as const;
type Half = keyof typeof HALVES;

export interface SheetSearch {
  volet?: Pane;
  demi?: Half;
}

/** What is not understood is left out. */
export function sheetSearch({ volet, demi }: Record<string, unknown>): SheetSearch {
  const pane = PANES.find((name) => name === volet);
  return {
    ...(pane ? { volet: pane } : {}),
    ...(demi === "matin" || demi === "apres-midi" ? { demi } : {}),
  };
}

export const halfName = (part: HalfDayPart): Half => (part === "am" ? "matin" : "apres-midi");

export const partOf = (half: Half | undefined): HalfDayPart | null => (half ? HALVES[half] : null);
