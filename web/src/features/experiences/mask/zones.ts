// Rectangles that mask parts of a page, in fractions of the page as it is shown, from its upper left corner.
import type { ProofZone } from "@/api/types";

export interface Point {
  x: number;
  y: number;
}

export const MOST_ZONES = 100;
export const MOST_PAGES = 40;
/** Narrower is a slip of the finger. */
const SMALLEST = 0.01;
/** How far an arrow key goes. */
export const STEP = 0.01;
/** What is added without being drawn: in the middle, to be moved. */
const FIRST = { x: 0.3, y: 0.4, width: 0.4, height: 0.08 };

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
/** The server takes what is within the page: nothing is left to how numbers are rounded. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

const tidy = ({ page, x, y, width, height }: ProofZone): ProofZone => ({
  page,
  x: rounded(x),
  y: rounded(y),
  width: rounded(Math.min(width, 1 - rounded(x))),
  height: rounded(Math.min(height, 1 - rounded(y))),
});

/** A zone in the middle of a page. */
export const added = (page: number): ProofZone => ({ page, ...FIRST });

/** The zone between two corners, wherever the second one lies; null while it is too small to be meant. */
export function between(page: number, from: Point, to: Point): ProofZone | null {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)].map((x) => within(x, 1));
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)].map((y) => within(y, 1));
  const width = (right ?? 0) - (left ?? 0);
  const height = (bottom ?? 0) - (top ?? 0);
  if (width < SMALLEST || height < SMALLEST) return null;
  return tidy({ page, x: left ?? 0, y: top ?? 0, width, height });
}

/** The same zone elsewhere on its page. */
export const moved = (zone: ProofZone, by: Point): ProofZone =>
  tidy({
    ...zone,
    x: within(zone.x + by.x, 1 - zone.width),
    y: within(zone.y + by.y, 1 - zone.height),
  });

/** The same zone, larger or smaller to the right and to the bottom. */
export const resized = (zone: ProofZone, by: Point): ProofZone =>
  tidy({
    ...zone,
    width: Math.max(within(zone.width + by.x, 1 - zone.x), SMALLEST),
    height: Math.max(within(zone.height + by.y, 1 - zone.y), SMALLEST),
  });

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** What a key makes of a zone: arrows move it, with Shift they stretch it; null when the key means nothing to it. */
export function byKey(zone: ProofZone, key: string, shift: boolean): ProofZone | null {
  const by = ARROWS[key];
  if (!by) return null;
  return shift ? resized(zone, by) : moved(zone, by);
}

/** Whole percents, as fields show them. */
export const percentsOf = ({ x, y, width, height }: ProofZone) => ({
  x: Math.round(x * 100),
  y: Math.round(y * 100),
  width: Math.round(width * 100),
  height: Math.round(height * 100),
});

export type Side = keyof ReturnType<typeof percentsOf>;

/** The zone with one of its measures typed in percents of the page. */
export function typed(zone: ProofZone, side: Side, percent: number): ProofZone {
  const value = within(percent / 100, 1);
  switch (side) {
    case "x":
      return moved(zone, { x: value - zone.x, y: 0 });
    case "y":
      return moved(zone, { x: 0, y: value - zone.y });
    case "width":
      return resized(zone, { x: value - zone.width, y: 0 });
    default:
      return resized(zone, { x: 0, y: value - zone.height });
  }
}

/** Whether two lists mask the same. */
export const same = (one: readonly ProofZone[], other: readonly ProofZone[]): boolean =>
  JSON.stringify(one.map(tidy)) === JSON.stringify(other.map(tidy));
