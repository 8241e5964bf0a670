import { afterEach, describe, expect, it, vi } from "vitest";
import { plain } from "./model/marks";
import { EMPTY, put } from "./model/outbox";
import { forgetOutboxes, outboxStore } from "./outboxStore";

const PLACE = { organisation: "o1", session: "t1", slot: "s1" };
const one = (rows = EMPTY) =>
  put(rows, {
    enrolment: "1",
    part: "am",
    seen: 0,
    said: plain("present"),
    proof: null,
    method: "trainer",
    key: "k1",
    at: 1,
  });

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  forgetOutboxes();
});

describe("what waits on this device", () => {
  it("is there after the page was closed, for the same person and slot alone", () => {
    outboxStore.update("ada", PLACE, "Bases", one);
    forgetOutboxes();
    expect(outboxStore.rows("ada", "s1")).toMatchObject({ "am:1": { key: "k1" } });
    expect(outboxStore.rows("ada", "s2")).toEqual({});
    expect(outboxStore.rows("alan", "s1")).toEqual({});
    expect(outboxStore.all("alan")).toEqual([]);
    expect(outboxStore.all("ada")).toMatchObject([{ ...PLACE, label: "Bases" }]);
  });

  it("leaves nothing behind once it is sent", () => {
    outboxStore.update("ada", PLACE, "Bases", one);
    outboxStore.update("ada", PLACE, "Bases", () => EMPTY);
    expect(localStorage.length).toBe(0);
  });

  it("is the same object until it changes", () => {
    outboxStore.update("ada", PLACE, "Bases", one);
    expect(outboxStore.rows("ada", "s1")).toBe(outboxStore.rows("ada", "s1"));
    expect(outboxStore.rows("ada", "s9")).toBe(outboxStore.rows("ada", "s9"));
  });

  it("lasts as long as the page where the browser keeps nothing, which is told", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    outboxStore.update("ada", PLACE, "Bases", one);
    expect(outboxStore.rows("ada", "s1")).toMatchObject({ "am:1": { key: "k1" } });
    expect(outboxStore.isKept("ada", "s1")).toBe(false);
  });

  it("that cannot be read is as nothing", () => {
    localStorage.setItem("carnet-appel:ada:s1", "{not json");
    expect(outboxStore.rows("ada", "s1")).toEqual({});
  });

  it("tells those who listen, and those of other tabs", () => {
    const heard = vi.fn();
    const leave = outboxStore.subscribe(heard);
    outboxStore.update("ada", PLACE, "Bases", one);
    window.dispatchEvent(new StorageEvent("storage"));
    leave();
    outboxStore.update("ada", PLACE, "Bases", () => EMPTY);
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
