// How long ago something was last proved.
import { type Day, daysBetween } from "@/lib/days";

export type Freshness = "recent" | "settled" | "old";

const RECENT_DAYS = 365;
const OLD_DAYS = 3 * 365;

/** Within a year, within three, or longer ago. */
export function freshnessOf(last: Day, today: Day): Freshness {
  const days = daysBetween(last, today);
  if (days <= RECENT_DAYS) return "recent";
  return days <= OLD_DAYS ? "settled" : "old";
}
