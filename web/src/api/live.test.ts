import { describe, expect, it } from "vitest";
import { EventReader } from "@/lib/eventStream";
import { jittered, signalOf, waitAfter } from "./live";

describe("the stream of what changes", () => {
  it("reads events however they are cut, and leaves comments out", () => {
    const reader = new EventReader();
    expect(reader.read(": alive\n\nevent: cha")).toEqual([]);
    expect(reader.read('nged\r\ndata: {"topic":"rooms"}\r')).toEqual([]);
    expect(reader.read("\n\r\n")).toEqual([{ name: "changed", data: '{"topic":"rooms"}' }]);
  });

  it("keeps when to come back", () => {
    const reader = new EventReader();
    reader.read("retry: 1500\ndata: {}\n\n");
    expect(reader.retry).toBe(1500);
  });

  it("understands what it knows and nothing else", () => {
    expect(signalOf({ name: "changed", data: '{"topic":"rooms"}' })).toEqual({
      of: "changed",
      topic: "rooms",
    });
    expect(signalOf({ name: "closed", data: '{"reason":"renew"}' })).toEqual({
      of: "closed",
      why: "renew",
    });
    expect(signalOf({ name: "later", data: "{}" })).toBeNull();
    expect(signalOf({ name: "room", data: "{" })).toBeNull();
  });

  it("waits longer after each failure, never all pages at once", () => {
    expect(waitAfter(0)).toBe(1_000);
    expect(waitAfter(3)).toBe(8_000);
    expect(waitAfter(50)).toBe(30_000);
    expect(jittered(1_000, 0)).toBe(500);
    expect(jittered(1_000, 1)).toBe(1_500);
  });
});
