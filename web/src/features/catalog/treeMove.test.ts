import { describe, expect, it } from "vitest";
import { ancestors, type TreeRow, treeMove } from "./treeMove";

const row = (level: number, expanded: boolean | null, label: string): TreeRow => ({
  level,
  expanded,
  label,
});

const ROWS = [
  row(1, false, "Agriculture"),
  row(1, true, "Commerce"),
  row(2, true, "Alimentaire"),
  row(3, null, "Boulanger"),
  row(3, null, "Électricien"),
  row(2, null, "Grande distribution"),
];

const go = (at: number, key: string) => treeMove(ROWS, at, key);

describe("treeMove", () => {
  it("goes up and down the rows that are seen, and stops at both ends", () => {
    expect(go(0, "ArrowDown")).toEqual({ to: 1 });
    expect(go(5, "ArrowDown")).toBeNull();
    expect(go(5, "ArrowUp")).toEqual({ to: 4 });
    expect(go(0, "ArrowUp")).toBeNull();
    expect(go(3, "Home")).toEqual({ to: 0 });
    expect(go(0, "End")).toEqual({ to: 5 });
  });

  it("opens with the right arrow, then goes inside", () => {
    expect(go(0, "ArrowRight")).toBe("toggle");
    expect(go(1, "ArrowRight")).toEqual({ to: 2 });
    expect(go(3, "ArrowRight")).toBeNull();
    expect(go(5, "ArrowRight")).toBeNull();
  });

  it("waits at an open branch whose rows are not there yet", () => {
    expect(treeMove([row(1, true, "A"), row(1, false, "B")], 0, "ArrowRight")).toBeNull();
  });

  it("closes with the left arrow, then goes to what holds the row", () => {
    expect(go(1, "ArrowLeft")).toBe("toggle");
    expect(go(4, "ArrowLeft")).toEqual({ to: 2 });
    expect(go(5, "ArrowLeft")).toEqual({ to: 1 });
    expect(go(0, "ArrowLeft")).toBeNull();
  });

  it("finds the next label by its first letter, accents or not, round and round", () => {
    expect(go(0, "e")).toEqual({ to: 4 });
    expect(go(0, "A")).toEqual({ to: 2 });
    expect(go(2, "a")).toEqual({ to: 0 });
    expect(go(0, "z")).toBeNull();
    expect(go(0, " ")).toBeNull();
    expect(go(0, "Tab")).toBeNull();
  });

  it("does nothing outside the tree", () => {
    expect(treeMove(ROWS, -1, "ArrowDown")).toBeNull();
    expect(treeMove([], 0, "End")).toBeNull();
  });
});

describe("ancestors", () => {
  it.each([
    ["M", []],
    ["M18", ["M"]],
    ["M1805", ["M", "M18"]],
  ])("of %s", (code, expected) => {
    expect(ancestors(code)).toEqual(expected);
  });
});
