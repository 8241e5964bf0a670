import { describe, expect, it } from "vitest";
import { standingOf } from "./certification";

describe("standingOf", () => {
  const today = "2026-03-03";

  it.each([
    [{ active: true, ends_on: null }, "active"],
    [{ active: true, ends_on: "2026-03-03" }, "active"],
    [{ active: true, ends_on: "2026-03-02" }, "over"],
    [{ active: false, ends_on: "2030-01-01" }, "inactive"],
  ])("of %j is %s", (certification, standing) => {
    expect(standingOf(certification, today)).toBe(standing);
  });
});
