// A drawn signature: strokes of whole points on a sheet 600 wide and 200 high, as the server takes it.

export type Point = [x: number, y: number];
export type Strokes = Point[][];

export const WIDTH = 600;
export const HEIGHT = 200;
const MOST_STROKES = 60;
const MOST_POINTS = 4000;
/** A dot is no signature. */
const FEWEST_POINTS = 8;
/** Points nearer than this to the one before add nothing to what is seen. */
const NEAR = 2;

const within = (value: number, most: number): number =>
  Math.min(most, Math.max(0, Math.round(value)));

/** A point of the screen on the sheet, which is shown `width` wide and `height` high. */
export const pointAt = (x: number, y: number, width: number, height: number): Point => [
  within((x / (width || 1)) * WIDTH, WIDTH),
  within((y / (height || 1)) * HEIGHT, HEIGHT),
];

const countOf = (strokes: Strokes): number => strokes.reduce((sum, { length }) => sum + length, 0);

/** One more stroke, begun at this point; none once there are as many as the server takes. */
export const begun = (strokes: Strokes, point: Point): Strokes =>
  strokes.length >= MOST_STROKES || countOf(strokes) >= MOST_POINTS
    ? strokes
    : [...strokes, [point]];

/** The last stroke drawn on to this point. */
export function drawnOn(strokes: Strokes, point: Point): Strokes {
  const stroke = strokes.at(-1);
  const last = stroke?.at(-1);
  if (!stroke || !last || countOf(strokes) >= MOST_POINTS) return strokes;
  const isNear = Math.hypot(point[0] - last[0], point[1] - last[1]) < NEAR;
  return isNear ? strokes : [...strokes.slice(0, -1), [...stroke, point]];
}

/** Whether it is enough of a drawing to sign with. */
export const isSignature = (strokes: Strokes): boolean => countOf(strokes) >= FEWEST_POINTS;
