import { describe, expect, it } from "vitest";
import { moved, sameOrder } from "./order";

const LIST = ["a", "b", "c", "d"];

describe("an order", () => {
  it("moves one item, up or down, and keeps the others", () => {
    expect(moved(LIST, 0, 2)).toEqual(["b", "c", "a", "d"]);
    expect(moved(LIST, 3, 0)).toEqual(["d", "a", "b", "c"]);
    expect(moved(LIST, 1, 2)).toEqual(["a", "c", "b", "d"]);
  });

  it("stays when there is nowhere to go", () => {
    expect(moved(LIST, 0, -1)).toBe(LIST);
    expect(moved(LIST, 3, 4)).toBe(LIST);
    expect(moved(LIST, 2, 2)).toBe(LIST);
  });

  it("is compared place by place", () => {
    expect(sameOrder(["a", "b"], ["a", "b"])).toBe(true);
    expect(sameOrder(["a", "b"], ["b", "a"])).toBe(false);
    expect(sameOrder(["a"], ["a", "b"])).toBe(false);
  });
});
