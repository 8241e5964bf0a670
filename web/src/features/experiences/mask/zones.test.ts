import { describe, expect, it } from "vitest";
import type { ProofZone } from "@/api/types";
import { added, between, byKey, moved, percentsOf, resized, same, typed } from "./zones";

const zone = (x: number, y: number, width: number, height: number): ProofZone => ({
  page: 1,
  x,
  y,
  width,
  height,
});

const isWithin = ({ x, y, width, height }: ProofZone): boolean =>
  x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1.001 && y + height <= 1.001;

describe("a zone", () => {
  it("lies between two corners, drawn in any direction, and never leaves the page", () => {
    const expected = zone(0.1, 0.2, 0.3, 0.4);
    expect(between(1, { x: 0.1, y: 0.2 }, { x: 0.4, y: 0.6 })).toEqual(expected);
    expect(between(1, { x: 0.4, y: 0.6 }, { x: 0.1, y: 0.2 })).toEqual(expected);
    expect(between(2, { x: 0.5, y: 0.5 }, { x: 3, y: -2 })).toEqual({
      ...zone(0.5, 0, 0.5, 0.5),
      page: 2,
    });
    expect(between(1, { x: 0.5, y: 0.5 }, { x: 0.505, y: 0.9 })).toBeNull();
  });

  it("is moved and stretched within its page", () => {
    expect(moved(zone(0.9, 0.1, 0.1, 0.1), { x: 0.5, y: -0.5 })).toEqual(zone(0.9, 0, 0.1, 0.1));
    expect(resized(zone(0.5, 0.5, 0.2, 0.2), { x: 0.9, y: -0.9 })).toEqual(
      zone(0.5, 0.5, 0.5, 0.01),
    );
  });

  it("follows the keyboard", () => {
    const start = zone(0.5, 0.5, 0.2, 0.2);
    expect(byKey(start, "ArrowLeft", false)).toEqual(zone(0.49, 0.5, 0.2, 0.2));
    expect(byKey(start, "ArrowDown", true)).toEqual(zone(0.5, 0.5, 0.2, 0.21));
    expect(byKey(start, "a", false)).toBeNull();
  });

  it("is typed in percents", () => {
    const start = added(3);
    expect(percentsOf(start)).toEqual({ x: 30, y: 40, width: 40, height: 8 });
    expect(typed(start, "x", 10).x).toBe(0.1);
    // What is moved keeps its width: it stops at the edge.
    expect(typed(start, "x", 90)).toMatchObject({ x: 0.6, width: 0.4 });
    expect(typed(start, "width", 100)).toMatchObject({ x: 0.3, width: 0.7 });
    expect(typed(start, "height", 0).height).toBe(0.01);
    expect(typed(start, "y", -5).y).toBe(0);
  });

  it("stays one the server takes, whatever is done to it", () => {
    let one = zone(0.333, 0.667, 0.3333, 0.3331);
    for (let round = 0; round < 200; round++) {
      const by = { x: Math.sin(round) / 3, y: Math.cos(round * 2) / 3 };
      one = round % 2 ? moved(one, by) : resized(one, by);
      expect(isWithin(one)).toBe(true);
    }
  });

  it("is the same as itself only", () => {
    expect(same([zone(0.1, 0.1, 0.1, 0.1)], [zone(0.1, 0.1, 0.1, 0.10000001)])).toBe(true);
    expect(same([zone(0.1, 0.1, 0.1, 0.1)], [])).toBe(false);
  });
});
