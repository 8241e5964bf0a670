import { describe, expect, it } from "vitest";
import type { QuestionContent } from "@/api/types";
import { changedParts } from "./changes";

const choice = (id: string, isRight: boolean) => ({
  id,
  text: `Choix ${id}`,
  is_right: isRight,
  weight: null,
  feedback: "",
});

const base: QuestionContent = {
  statement: [{ type: "text", text: "Combien ?" }],
  points: 1,
  explanation: "",
  tags: ["calcul"],
  skills: [{ code: "101", label: "Compter" }],
  answer: { kind: "single", choices: [choice("a", true), choice("b", false)] },
};

describe("what changed in a question", () => {
  it("is nothing when a name of the catalogue alone is another", () => {
    expect(changedParts(base, { ...base, skills: [{ code: "101", label: "Dénombrer" }] })).toEqual(
      [],
    );
  });

  it("tells a corrected key from other words", () => {
    const key = {
      ...base,
      answer: { ...base.answer, choices: [choice("a", false), choice("b", true)] },
    };
    expect(changedParts(base, key as QuestionContent)).toEqual(["key"]);
    const words: QuestionContent = {
      ...base,
      statement: [{ type: "text", text: "Combien font 2 et 2 ?" }],
      points: 2,
      tags: [],
    };
    expect(changedParts(base, words)).toEqual(["statement", "points", "tags"]);
  });

  it("says that another kind is another question", () => {
    const other: QuestionContent = {
      ...base,
      answer: { kind: "number", value: 4, tolerance: 0, unit: "" },
    };
    expect(changedParts(base, other)).toEqual(["kind"]);
  });
});
