import { describe, expect, it } from "vitest";
import { shareOf, total } from "./alignment";

describe("shareOf", () => {
  const share = (present: number, linked: number) =>
    shareOf({ present, linked }).replace(/\s/g, " ");

  it("says all of all only", () => {
    expect(share(3, 3)).toBe("100 %");
    expect(share(9999, 10_000)).toBe("99,9 %");
    expect(share(0, 4)).toBe("0 %");
    expect(share(0, 0)).toBe("100 %");
  });
});

describe("total", () => {
  it("adds what was counted kind by kind", () => {
    const items = [
      { item: "training_job", linked: 3, present: 3, to_decide: 1 },
      { item: "validation", linked: 10, present: 9, to_decide: 0 },
    ] as const;
    expect(total([...items])).toEqual({ linked: 13, present: 12, waiting: 1 });
    expect(total([])).toEqual({ linked: 0, present: 0, waiting: 0 });
  });
});
