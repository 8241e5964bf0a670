// The time that is left, by the server's clock: this device's own clock is never asked what time it is, only how much has passed.

export interface Reading {
  /** What the server's clock said, in milliseconds. */
  now: number;
  /** What the steady counter of this device said when that arrived, in milliseconds. */
  at: number;
  /** When it is over, in milliseconds. */
  deadline: number;
}

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
