import { afterEach, describe, expect, it, vi } from "vitest";
import { session } from "@/api/session";

const standing = vi.hoisted(() => ({ status: "open", listeners: new Set<() => void>() }));
vi.mock("@/api/session", () => ({
  session: {
    status: () => standing.status,
    subscribe: (listener: () => void) => {
      standing.listeners.add(listener);
      return () => standing.listeners.delete(listener);
    },
  },
}));

const { MOST_PICKED, selection } = await import("./selection");
const people = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `p${from + i}`, name: null }));
const ids = () => selection.all().map(({ id }) => id);

describe("the people picked", () => {
  afterEach(() => selection.clear());

  it("stand once each, in the order in which they were picked", () => {
    selection.add([{ id: "p1", name: "Léa" }]);
    selection.add([
      { id: "p2", name: null },
      { id: "p1", name: "Autre" },
    ]);
    expect(selection.all()).toEqual([
      { id: "p1", name: "Léa" },
      { id: "p2", name: null },
    ]);
    selection.remove(["p1", "p9"]);
    expect(ids()).toEqual(["p2"]);
  });

  it("are fifty at most: of a page, those who fit", () => {
    selection.add(people(0, 45));
    selection.add(people(40, 20));
    expect(ids()).toHaveLength(MOST_PICKED);
    expect(ids().at(-1)).toBe("p49");
  });

  it("are forgotten with the session", () => {
    selection.add(people(0, 2));
    for (const listener of standing.listeners) listener();
    expect(ids()).toHaveLength(2);
    standing.status = "expired";
    for (const listener of standing.listeners) listener();
    expect(session.status()).toBe("expired");
    expect(ids()).toEqual([]);
  });
});
