// The time that is left, by the server's clock: this device's own clock is never asked what time it is, only how much has passed.

export interface Reading {
  /** What the server's clock said, in milliseconds. */
  now: number;
  /** What the steady counter of this device said when that arrived, in milliseconds. */
  at: number;
  /** When the attempt ends, in milliseconds. */
  deadline: number;
}

export const readingOf = (
  { now, deadline }: { now: string; deadline: string },
  at: number,
): Reading => ({ now: Date.parse(now), deadline: Date.parse(deadline), at });

/** Whole seconds that are left; 0 once it is over. */
export const secondsLeft = ({ now, at, deadline }: Reading, counter: number): number =>
  Math.max(0, Math.ceil((deadline - now - (counter - at)) / 1000));

const two = (value: number): string => String(value).padStart(2, "0");

/** “1:02:05”, “9:59”. */
export function clockOf(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/, "");
}

/** The moments at which the time that is left is said aloud, in seconds. */
const SPOKEN = [1800, 600, 300, 60];

/** The moment that was just passed; null between two of them. */
export const spokenAt = (before: number, after: number): number | null =>
  SPOKEN.find((moment) => before > moment && after <= moment) ?? null;

/** Further away than this, the end is told as a moment rather than counted down. */
export const COUNTED_DOWN = 24 * 3600;
