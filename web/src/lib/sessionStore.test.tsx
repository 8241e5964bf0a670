import { afterEach, describe, expect, it, vi } from "vitest";
import { LONGEST_MS, sessionStore } from "./sessionStore";

const ROLLS = { group: "roll:", most: 2 };

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  localStorage.clear();
});

describe("what is kept for a session", () => {
  it("is read again, and goes with the session and with nothing else", () => {
    localStorage.setItem("carnet-appel:ada:s1", "{}");
    sessionStore.write("roll:s1", { who: "Ada" }, ROLLS);
    expect(sessionStore.read("roll:s1")).toEqual({ who: "Ada" });
    expect(sessionStore.read("roll:s2")).toBeNull();
    sessionStore.clear();
    expect(sessionStore.read("roll:s1")).toBeNull();
    expect(Object.keys(localStorage)).toEqual(["carnet-appel:ada:s1"]);
  });

  it("is gone after a day, whether or not it is asked for", () => {
    vi.useFakeTimers({ now: 1_000_000 });
    sessionStore.write("roll:s1", 1, ROLLS);
    vi.setSystemTime(1_000_000 + LONGEST_MS - 1);
    sessionStore.prune();
    expect(sessionStore.read("roll:s1")).toBe(1);
    vi.setSystemTime(1_000_000 + LONGEST_MS);
    expect(sessionStore.read("roll:s1")).toBeNull();
    sessionStore.prune();
    expect(localStorage.length).toBe(0);
  });

  it("is the last of its kind alone", () => {
    vi.useFakeTimers({ now: 1_000 });
    for (const name of ["roll:a", "roll:b", "roll:a", "roll:c"]) {
      vi.setSystemTime(Date.now() + 1_000);
      sessionStore.write(name, name, ROLLS);
    }
    sessionStore.write("other", 1, { group: "other", most: 1 });
    const left = ["roll:a", "roll:b", "roll:c", "other"].map((name) => sessionStore.read(name));
    expect(left).toEqual(["roll:a", null, "roll:c", 1]);
  });

  it("is nothing where nothing can be kept or read", () => {
    localStorage.setItem("carnet-session:roll:s1", "{not json");
    expect(sessionStore.read("roll:s1")).toBeNull();
    sessionStore.prune();
    expect(localStorage.length).toBe(0);
    sessionStore.write("roll:s1", "before", ROLLS);
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    sessionStore.write("roll:s1", "after", ROLLS);
    // Half of the truth would be worse than none.
    expect(sessionStore.read("roll:s1")).toBeNull();
  });
});
