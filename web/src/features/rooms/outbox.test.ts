import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import { Outbox } from "./outbox";
import { message } from "./testing";
import type { Draft, Message } from "./types";

const written = (text: string) => ({
  draft: { client_id: text, text } as Draft,
  written_at: "2026-11-02T08:30:00Z",
  files: [],
  answers: null,
});

let sent: string[];
let answer: (draft: Draft) => Promise<Message>;
const box = () =>
  new Outbox((_, draft) => {
    sent.push(draft.client_id);
    return answer(draft);
  });
const states = (outbox: Outbox) => outbox.of("r").map(({ draft, state }) => [draft.text, state]);

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  answer = async () => message(1);
});
afterEach(() => vi.useRealTimers());

describe("messages on their way", () => {
  it("leave one after the other, in the order in which they were written", async () => {
    const outbox = box();
    let arrive = () => {};
    answer = () =>
      new Promise((resolve) => {
        arrive = () => resolve(message(1));
      });
    outbox.add("r", written("un"));
    outbox.add("r", written("deux"));
    expect(sent).toEqual(["un"]);
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(["un", "deux"]);
    expect(states(outbox)).toEqual([
      ["un", "sent"],
      ["deux", "sending"],
    ]);
    outbox.arrived("r", new Set(["un"]));
    expect(states(outbox)).toEqual([["deux", "sending"]]);
  });

  it("wait for the connection and leave again as the same message, before what was written later", async () => {
    const outbox = box();
    answer = async () => {
      throw new ApiProblem(0, {});
    };
    outbox.add("r", written("un"));
    outbox.add("r", written("deux"));
    await vi.advanceTimersByTimeAsync(0);
    expect(states(outbox)).toEqual([
      ["un", "queued"],
      ["deux", "queued"],
    ]);
    answer = async () => message(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(sent).toEqual(["un", "un", "deux"]);
  });

  it("stay in sight once refused, and the next ones leave", async () => {
    const outbox = box();
    answer = async (draft) => {
      if (draft.text === "un") throw new ApiProblem(403, { code: "silenced" });
      return message(1);
    };
    outbox.add("r", written("un"));
    outbox.add("r", written("deux"));
    await vi.advanceTimersByTimeAsync(0);
    expect(states(outbox)).toEqual([
      ["un", "refused"],
      ["deux", "sent"],
    ]);
    outbox.drop("r", "un");
    outbox.leave("r");
    expect(states(outbox)).toEqual([]);
  });

  it("wait as long as the server asks", async () => {
    const outbox = box();
    answer = async () => {
      throw new ApiProblem(429, { code: "too_many_messages" }, 20);
    };
    outbox.add("r", written("un"));
    await vi.advanceTimersByTimeAsync(19_000);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(sent).toHaveLength(2);
  });
});
