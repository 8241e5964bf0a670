import { describe, expect, it } from "vitest";
import { pasted, secretIn } from "./number";

describe("the number and the code of an export", () => {
  it("are read from an address", () => {
    expect(secretIn("#ABCD EFGH")).toBe("ABCD EFGH");
    expect(secretIn("#ABCD%20EFGH")).toBe("ABCD EFGH");
    expect(secretIn("#%")).toBe("%");
    expect(secretIn("")).toBe("");
  });

  it("are both in the address that somebody pastes", () => {
    expect(pasted("https://carnet.example/verifier/P-2026-7F3KQ-9XDTA#K3YS")).toEqual({
      number: "P-2026-7F3KQ-9XDTA",
      code: "K3YS",
    });
    expect(pasted("P-2026-7F3KQ-9XDTA")).toBeNull();
  });
});
