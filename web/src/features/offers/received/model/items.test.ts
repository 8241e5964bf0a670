import { describe, expect, it } from "vitest";
import type { GivenShare } from "../types";
import { faultsOf, itemOf, sharedKeys } from "./items";
import { lastDay, leftOf, unseenFirst } from "./order";

const share = (kind: string, state: string, proof: string | null = null) =>
  ({ kind, state, proof: proof ? { id: proof } : null }) as GivenShare;

describe("items", () => {
  it("are written as the server reads them", () => {
    expect([itemOf("phone"), itemOf("proof:p1")]).toEqual([
      { kind: "phone" },
      { kind: "proof", id: "p1" },
    ]);
  });

  it("that are shared, or paused, are not offered again; those that ended are", () => {
    const shares = [
      share("phone", "active"),
      share("cv", "paused"),
      share("email", "ended"),
      share("proof", "active", "p1"),
      share("proof", "ended", "p2"),
    ];
    expect([...sharedKeys(shares)]).toEqual(["phone", "cv", "proof:p1"]);
  });

  it("get the message that names them, by their place among those that were sent", () => {
    const errors = [
      { pointer: "/items/1", message: "un" },
      { pointer: "/items/7", message: "sept" },
      { pointer: "/policy_version", message: "texte" },
    ];
    const { byItem, rest } = faultsOf(errors, ["phone", "cv"]);
    expect([...byItem]).toEqual([["cv", "un"]]);
    expect(rest).toEqual(["sept", "texte"]);
  });
});

describe("offers in a list", () => {
  it("that were not opened come first, otherwise as they came", () => {
    const line = (id: string, state: string) => ({ id, state }) as never;
    const lines = [line("a", "seen"), line("b", "delivered"), line("c", "seen"), line("d", "sent")];
    expect(unseenFirst(lines).map(({ id }) => id)).toEqual(["b", "d", "a", "c"]);
  });

  it("can be answered through the day before their end, in Paris", () => {
    expect(lastDay("2026-12-30T23:00:00Z")).toBe("2026-12-30");
    expect(lastDay("2026-06-30T22:00:00Z")).toBe("2026-06-30");
    expect(leftOf("2026-03-02", "2026-03-02")).toEqual({ key: "today" });
    expect(leftOf("2026-03-03", "2026-03-02")).toEqual({ key: "tomorrow" });
    expect(leftOf("2026-04-01", "2026-03-02")).toEqual({ key: "days", count: 30 });
    expect(leftOf("2026-03-01", "2026-03-02")).toBeNull();
  });
});
