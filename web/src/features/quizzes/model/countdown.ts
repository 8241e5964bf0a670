// What is told of the time that is left for an attempt.
import type { Reading } from "@/lib/countdown";

export { clockOf, type Reading, secondsLeft } from "@/lib/countdown";

export const readingOf = (
  { now, deadline }: { now: string; deadline: string },
  at: number,
): Reading => ({ now: Date.parse(now), deadline: Date.parse(deadline), at });

/** The moments at which the time that is left is said aloud, in seconds. */
const SPOKEN = [1800, 600, 300, 60];

/** The moment that was just passed; null between two of them. */
export const spokenAt = (before: number, after: number): number | null =>
  SPOKEN.find((moment) => before > moment && after <= moment) ?? null;

/** Further away than this, the end is told as a moment rather than counted down. */
export const COUNTED_DOWN = 24 * 3600;
