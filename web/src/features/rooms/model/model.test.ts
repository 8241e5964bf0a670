import { describe, expect, it } from "vitest";
import { message, mine, page } from "../testing";
import { askedAt, candidates, mentionsIn, named } from "./mentions";
import { merged, type Pages, readUpTo, seenIn, without } from "./pages";
import { beginning, lengthOf, partsOf } from "./text";

const pages = (...all: ReturnType<typeof page>[]): Pages => ({
  pages: all,
  pageParams: all.map(() => null),
});
const places = ({ pages: all }: Pages) => all.flatMap(({ items }) => items.map((m) => m.position));

describe("pages and what changed since", () => {
  it("put new messages in their order, each once, whatever the order of the changes", () => {
    const read = pages(page([message(1), message(2)]));
    // The fourth was edited after the fifth was written: its change comes later.
    const first = merged(read, [message(5), message(1, { change: 6, text: "Autre" })], {
      after: 2,
      to: 6,
    });
    const then = merged(first, [message(4, { change: 7 }), message(5)], { after: 6, to: 7 });
    expect(places(then)).toEqual([1, 2, 4, 5]);
    expect(then.pages[0]?.items[0]?.text).toBe("Autre");
    expect(seenIn(then)).toBe(7);
  });

  it("add nothing while the end was not read, and never go back to an older form", () => {
    const read = pages(page([message(1, { change: 9, text: "Nouveau" })], { after: 1 }));
    const data = merged(read, [message(1, { change: 4, text: "Ancien" }), message(8)], {
      after: 9,
      to: 9,
    });
    expect(places(data)).toEqual([1]);
    expect(data.pages[0]?.items[0]?.text).toBe("Nouveau");
  });

  it("know a page that came late for what it is: behind", () => {
    const late = page([message(1)], { position: 3 });
    const data = merged(pages(late, page([message(4)], { position: 8 })), [], { after: 5, to: 9 });
    expect(data.pages.map(({ position }) => position)).toEqual([3, 9]);
    expect(seenIn(data)).toBe(3);
  });

  it("hide what somebody wrote who was blocked, but for those who train", () => {
    const one = message(1, { author: { ...mine, is_me: false } });
    const data = without(pages(page([one, message(2)])), "p1");
    expect(data.pages[0]?.items.map((m) => m.text)).toEqual([null, "Message 2"]);
  });
});

describe("up to where somebody has read", () => {
  const all = [message(1), message(2, { author: mine }), message(4), message(5)];

  it("is past what was on the screen and one's own, up to the first that was not", () => {
    const told = (seen: number[], from = 0) =>
      readUpTo(all, new Set(seen), { from, firstUnread: null });
    expect(told([])).toBeNull();
    expect(told([1])).toBe(2);
    expect(told([1, 5])).toBe(2);
    expect(told([1, 4, 5])).toBe(5);
    expect(told([1], 2)).toBeNull();
  });

  it("does not jump over messages that were not even loaded", () => {
    const seen = new Set([4, 5]);
    expect(readUpTo(all.slice(2), seen, { from: 0, firstUnread: 1 })).toBeNull();
    expect(readUpTo(all.slice(2), seen, { from: 2, firstUnread: 1 })).toBe(5);
  });
});

describe("naming people", () => {
  const people = [
    { id: "a", name: "Inès Diarra" },
    { id: "b", name: "Inès Diarraté" },
    { id: null, name: "tous" },
  ];

  it("begins with an @ at the beginning of a word", () => {
    expect(askedAt("Bonjour @in", 11)).toEqual({ words: "in", at: 8 });
    expect(askedAt("moi@exemple", 11)).toBeNull();
    expect(askedAt("@Inès Diarra bonjour", 20)).toBeNull();
    expect(candidates(people, "diar").map(({ id }) => id)).toEqual(["a", "b"]);
    expect(candidates(people, "ines d").map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("puts the name in, and names those who are still there when the message leaves", () => {
    expect(named("Oui @in, à demain", 7, people[0] ?? { id: "", name: "" })).toEqual({
      text: "Oui @Inès Diarra , à demain",
      caret: 17,
    });
    expect(mentionsIn("@Inès Diarraté et @tous", people)).toEqual({
      mentions: ["b"],
      mentions_everybody: true,
    });
    expect(mentionsIn("Inès Diarra, tous", people)).toEqual({
      mentions: [],
      mentions_everybody: false,
    });
  });
});

describe("the text of a message", () => {
  it("has addresses to follow and names that stand out", () => {
    const parts = partsOf("@Inès Diarra : voir https://exemple.fr/a?b=1. (https://b.fr)", [
      "Inès Diarra",
    ]);
    expect(parts.map((part) => `${part.is} ${part.text}`)).toEqual([
      "name @Inès Diarra",
      "words  : voir ",
      "link https://exemple.fr/a?b=1",
      "words . (",
      "link https://b.fr",
      "words )",
    ]);
    expect(partsOf("javascript:alert(1)", [])).toEqual([
      { is: "words", text: "javascript:alert(1)" },
    ]);
  });

  it("is counted in signs as people see them", () => {
    expect(lengthOf("👋é")).toBe(2);
    expect(beginning(`👋${"a".repeat(200)}`, 5)).toBe("👋aaa…");
  });
});
