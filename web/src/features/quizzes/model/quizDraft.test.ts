import { describe, expect, it } from "vitest";
import { dragged, flatPlace, stepped } from "./itemOrder";
import {
  askedCount,
  drawItem,
  emptyQuiz,
  type ItemDraft,
  newSection,
  questionItem,
  quizBodyOf,
  type SectionDraft,
  totalPoints,
} from "./quizDraft";

const asked = (id: string, points = 2): ItemDraft =>
  questionItem({ id, kind: "single", title: id, number: 1, points, archived: false });

const sections = (...of: string[][]): SectionDraft[] =>
  of.map((ids) => ({ ...newSection(), items: ids.map((id) => asked(id)) }));

const ids = (list: readonly SectionDraft[]): string[][] =>
  list.map(({ items }) => items.map(({ question }) => question?.id ?? "tirage"));

describe("the order of a quiz", () => {
  it("steps within a section, and over its edge", () => {
    const list = sections(["a", "b"], ["c"]);
    expect(ids(stepped(list, { section: 0, item: 0 }, 1))).toEqual([["b", "a"], ["c"]]);
    expect(ids(stepped(list, { section: 0, item: 1 }, 1))).toEqual([["a"], ["b", "c"]]);
    expect(ids(stepped(list, { section: 1, item: 0 }, -1))).toEqual([["a", "b", "c"], []]);
    expect(stepped(list, { section: 0, item: 0 }, -1)).toBe(list);
    expect(stepped(list, { section: 1, item: 0 }, 1)).toBe(list);
  });

  it("is dragged anywhere", () => {
    const list = sections(["a", "b", "c"], ["d"]);
    expect(ids(dragged(list, 0, 2))).toEqual([["b", "c", "a"], ["d"]]);
    expect(ids(dragged(list, 2, 0))).toEqual([["c", "a", "b"], ["d"]]);
    expect(ids(dragged(list, 0, 3))).toEqual([
      ["b", "c"],
      ["d", "a"],
    ]);
    expect(ids(dragged(list, 3, 1))).toEqual([["a", "d", "b", "c"], []]);
    expect(dragged(list, 1, 1)).toBe(list);
    expect(flatPlace(list, 1, 0)).toBe(3);
  });
});

describe("what a quiz asks", () => {
  const quiz = {
    ...emptyQuiz(),
    sections: [
      {
        ...newSection(),
        items: [
          asked("a"),
          { ...asked("b"), points: "0,5" },
          { ...drawItem(), draw: { count: "3", tags: ["calcul"] }, points: "1,5" },
        ],
      },
    ],
  };

  it("is counted before it is saved", () => {
    expect(askedCount(quiz.sections)).toBe(5);
    expect(totalPoints(quiz.sections)).toBe(7);
  });

  it("is sent with what the fields say, empty ones as none", () => {
    const body = quizBodyOf(quiz);
    expect(body.sections?.[0]?.items).toEqual([
      { question_id: "a", points: null },
      { question_id: "b", points: 0.5 },
      { draw: { count: 3, tags: ["calcul"] }, points: 1.5 },
    ]);
    expect(body.settings).toMatchObject({ minutes: null, attempts: 1, pass_percent: null });
    const wrong = quizBodyOf({ ...quiz, settings: { ...quiz.settings, minutes: "une heure" } });
    expect(wrong.settings?.minutes).toBe(-1);
  });
});
