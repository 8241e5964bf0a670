import { describe, expect, it } from "vitest";
import { begun, drawnOn, isSignature, pointAt, type Strokes } from "./strokes";

const line = (points: number): Strokes =>
  Array.from({ length: points }, (_, place) => place).reduce<Strokes>(
    (strokes, place) => drawnOn(strokes, [place % 600, (place * 7) % 200]),
    begun([], [0, 0]),
  );

describe("a drawn signature", () => {
  it("is kept on a sheet of 600 by 200, whatever the screen", () => {
    expect(pointAt(150, 50, 300, 100)).toEqual([300, 100]);
    expect(pointAt(-4, 140, 300, 100)).toEqual([0, 200]);
    expect(pointAt(10, 10, 0, 0)).toEqual([600, 200]);
  });

  it("leaves out what nobody sees", () => {
    const strokes = drawnOn(drawnOn(begun([], [10, 10]), [11, 10]), [14, 10]);
    expect(strokes).toEqual([
      [
        [10, 10],
        [14, 10],
      ],
    ]);
  });

  it("is more than a dot", () => {
    expect(isSignature([])).toBe(false);
    expect(isSignature(line(7))).toBe(false);
    expect(isSignature(line(12))).toBe(true);
  });

  it("never grows beyond what the server takes", () => {
    const long = line(6000);
    expect(long.flat()).toHaveLength(4000);
    expect(begun(long, [1, 1])).toBe(long);
    const many = Array.from({ length: 70 }).reduce<Strokes>(
      (strokes) => begun(strokes, [1, 1]),
      [],
    );
    expect(many).toHaveLength(60);
  });
});
