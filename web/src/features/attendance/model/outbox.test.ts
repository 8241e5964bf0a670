import { describe, expect, it } from "vitest";
import { plain } from "./marks";
import {
  dropped,
  EMPTY,
  kept,
  lastSaid,
  leaving,
  type NewChange,
  type Outbox,
  put,
  refused,
  sendable,
  settled,
  stuck,
} from "./outbox";
import { mark } from "./sample";

const AT = "am:1";

const change = (what: Partial<NewChange> = {}): NewChange => ({
  enrolment: "1",
  part: "am",
  seen: 0,
  said: plain("present"),
  proof: null,
  method: "trainer",
  key: "k1",
  at: 1000,
  ...what,
});

const sent = (outbox: Outbox): Outbox => leaving(outbox, sendable(outbox));
const answer = (what: Partial<Parameters<typeof settled>[2]> = {}) => ({
  saved: [],
  conflicts: [],
  refused: [],
  ...what,
});
const saved = (number: number) => answer({ saved: [{ enrolment_id: "1", part: "am", number }] });
const met = (current: ReturnType<typeof mark> | null) =>
  answer({ conflicts: [{ row: 0, enrolment_id: "1", part: "am", current }] });

describe("a mark on its way", () => {
  it("goes once the server has it", () => {
    const outbox = sent(put(EMPTY, change()));
    expect(settled(outbox, sendable(outbox), saved(1))).toEqual({});
  });

  it("that is said anew before it left takes the place of the first, and keeps what was seen first", () => {
    const first = put(EMPTY, change({ seen: 2 }));
    const second = put(first, change({ seen: 3, said: plain("absent"), key: "k2" }));
    expect(Object.keys(second)).toEqual([AT]);
    expect(second[AT]).toMatchObject({ seen: 2, key: "k2", said: { status: "absent" } });
  });

  it("that is said anew while it travels waits behind, and starts from its own number", () => {
    const travelling = sent(put(EMPTY, change()));
    const [row] = sendable(travelling);
    const outbox = put(travelling, change({ said: plain("absent"), key: "k2", at: 2000 }));
    expect(outbox[AT]).toMatchObject({ key: "k1", next: { key: "k2" } });
    expect(lastSaid(outbox[AT] as NonNullable<(typeof outbox)[string]>).status).toBe("absent");
    const after = settled(outbox, row ? [row] : [], saved(4));
    expect(after[AT]).toEqual({
      ...change({ said: plain("absent"), key: "k2", at: 2000 }),
      seen: 4,
    });
    expect(after[AT]?.sent).toBeUndefined();
  });

  it("whose answer never came leaves again with the same key", () => {
    const lost = sent(put(EMPTY, change()));
    expect(sendable(lost)).toMatchObject([{ key: "k1", sent: true }]);
  });

  it("is not settled by the answer to another one", () => {
    const old = sendable(put(EMPTY, change({ key: "k0" })));
    const outbox = put(EMPTY, change());
    expect(settled(outbox, old, saved(1))).toBe(outbox);
  });
});

describe("a mark that met another one", () => {
  const other = mark({ number: 5, status: "absent", by: "Alan Turing" });
  const outbox = sent(put(EMPTY, change({ proof: "f1" })));
  const conflicting = settled(outbox, sendable(outbox), met(other));

  it("waits for a choice and is not sent meanwhile", () => {
    expect(sendable(conflicting)).toEqual([]);
    expect(stuck(conflicting)).toMatchObject([{ conflict: { current: { number: 5 } } }]);
  });

  it("is still a conflict after another letter", () => {
    const again = put(conflicting, change({ said: plain("excused"), key: "k3" }));
    expect(stuck(again)).toMatchObject([
      { key: "k3", proof: "f1", said: { status: "excused" }, conflict: { current: other } },
    ]);
  });

  it("stands over what was shown once that is chosen, and over nothing newer", () => {
    const mine = kept(conflicting, AT, "k4");
    expect(sendable(mine)).toMatchObject([{ seen: 5, key: "k4", proof: "f1" }]);
    expect(mine[AT]?.sent).toBeUndefined();
  });

  it("may have met a mark that is gone", () => {
    const gone = settled(outbox, sendable(outbox), met(null));
    expect(sendable(kept(gone, AT, "k4"))).toMatchObject([{ seen: 0 }]);
  });

  it("is given up when the other stays", () => {
    expect(dropped(conflicting, AT)).toEqual({});
  });

  it("keeps what was said last", () => {
    const [row] = sendable(outbox);
    const more = put(outbox, change({ said: plain("late"), key: "k2" }));
    expect(settled(more, row ? [row] : [], met(other))[AT]).toMatchObject({
      key: "k2",
      proof: "f1",
      said: { status: "late" },
      conflict: { current: other },
    });
  });
});

describe("a mark that is refused", () => {
  it("stays with the reason, and may be sent again", () => {
    const outbox = sent(put(EMPTY, change({ seen: 2 })));
    const after = refused(outbox, sendable(outbox), () => "La demi-journée n’a pas commencé.");
    expect(stuck(after)).toMatchObject([{ refusal: "La demi-journée n’a pas commencé." }]);
    expect(sendable(kept(after, AT, "k9"))).toMatchObject([{ seen: 2, key: "k9" }]);
  });

  it("leaves the others alone", () => {
    const two = put(put(EMPTY, change()), change({ enrolment: "2", key: "k2" }));
    const [first] = sendable(two);
    const after = refused(two, first ? [first] : [], () => "Non.");
    expect(sendable(after)).toMatchObject([{ enrolment: "2" }]);
  });
});
