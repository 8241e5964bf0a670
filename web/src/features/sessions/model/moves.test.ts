import { describe, expect, it } from "vitest";
import { holdsSeat, isCalled, isCorrectable, isWritable, movesOf, stepsOf } from "./moves";

const SESSION = ["draft", "planned", "running", "ended", "closed", "cancelled"] as const;

describe("moves of a session", () => {
  it("lead from one state to the next, the way on first", () => {
    expect(SESSION.map((status) => movesOf(status)[0])).toEqual([
      "plan",
      "start",
      "end",
      "close",
      "reopen",
      undefined,
    ]);
  });

  it("cancel what has not ended, and delete only a draft", () => {
    const able = (move: "cancel" | "delete") =>
      SESSION.filter((status) => movesOf(status).includes(move));
    expect(able("cancel")).toEqual(["draft", "planned", "running"]);
    expect(able("delete")).toEqual(["draft"]);
  });

  it("leave what has ended to corrections", () => {
    expect(SESSION.filter(isWritable)).toEqual(["draft", "planned", "running"]);
    expect(SESSION.filter(isCorrectable)).toEqual(["draft", "planned", "running", "ended"]);
  });
});

describe("steps of a participant", () => {
  it("call off only what has no attendance", () => {
    expect(stepsOf("enrolled", false)).toEqual(["confirm", "abandon", "cancel"]);
    expect(stepsOf("enrolled", true)).toEqual(["confirm", "abandon"]);
    expect(stepsOf("cancelled", false)).toEqual([]);
  });

  it("call those who take part, once the session is announced", () => {
    const called = SESSION.filter((session) => isCalled(session, "enrolled"));
    expect(called).toEqual(["planned", "running", "ended", "closed"]);
    const others = ["waiting", "invited", "cancelled"] as const;
    expect(others.filter((status) => isCalled("planned", status))).toEqual([]);
  });

  it("tell who holds a seat", () => {
    const all = [
      "waiting",
      "invited",
      "enrolled",
      "confirmed",
      "finished",
      "abandoned",
      "cancelled",
    ];
    expect((all as Parameters<typeof holdsSeat>[0][]).filter(holdsSeat)).toEqual([
      "invited",
      "enrolled",
      "confirmed",
      "finished",
    ]);
  });
});
