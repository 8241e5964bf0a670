// Which offers come first, and how long there is to answer one.
import { type Day, dayOf, daysBetween } from "@/lib/days";
import type { MyOfferLine, OfferState } from "../types";

const UNSEEN: readonly OfferState[] = ["sent", "undelivered", "delivered"];
const PENDING: readonly OfferState[] = [...UNSEEN, "seen"];

export const isPending = (state: OfferState): boolean => PENDING.includes(state);
export const isUnseen = (state: OfferState): boolean => UNSEEN.includes(state);

/** Those that were not opened before the others; otherwise as they came. */
export const unseenFirst = (lines: readonly MyOfferLine[]): MyOfferLine[] => [
  ...lines.filter(({ state }) => isUnseen(state)),
  ...lines.filter(({ state }) => !isUnseen(state)),
];

/** The last day on which one can answer: the end is the first instant after it. */
export const lastDay = (endsAt: string): Day => dayOf(Date.parse(endsAt) - 1);

export type Left = { key: "today" | "tomorrow" } | { key: "days"; count: number } | null;

/** How many days are left; nothing once it is over. */
export function leftOf(day: Day, today: Day): Left {
  const count = daysBetween(today, day);
  if (count < 0) return null;
  if (count === 0) return { key: "today" };
  return count === 1 ? { key: "tomorrow" } : { key: "days", count };
}
