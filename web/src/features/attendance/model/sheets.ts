// Which sheets of a session ask for something.
import type { Answer } from "@/api/types";

export type SheetSummary = Answer<"list_sheets">["items"][number];

const EARLY_MS = 30 * 60_000;

/** Contested ones, those that began and are not sealed, then the next one that will begin. */
export function toKeep(sheets: readonly SheetSummary[], now: number): SheetSummary[] {
  const held = sheets.filter(({ cancelled_at: cancelled }) => !cancelled);
  const hasBegun = ({ starts_at: start }: SheetSummary) => Date.parse(start) - EARLY_MS <= now;
  const contested = held.filter(({ state }) => state === "contested");
  const open = held.filter((sheet) => sheet.state === "open" && hasBegun(sheet));
  const next = held.find((sheet) => sheet.state === "open" && !hasBegun(sheet));
  return [...contested, ...open, ...(next ? [next] : [])];
}
