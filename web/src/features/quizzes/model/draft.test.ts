import { describe, expect, it } from "vitest";
import type { QuestionContent } from "@/api/types";
import { draftOf, emptyDraft } from "./draft";
import { bodyOf } from "./draftBody";

const content = (answer: QuestionContent["answer"]): QuestionContent => ({
  statement: [
    { type: "text", text: "Combien ?" },
    { type: "formula", tex: "x^2" },
    { type: "image", file_id: "f1", alt: "Une courbe" },
  ],
  points: 1.5,
  explanation: "Parce que.",
  tags: ["calcul"],
  skills: [{ code: "101", label: "Compter" }],
  answer,
});

const choice = (id: string, weight: number | null) => ({
  id,
  text: `Choix ${id}`,
  is_right: id === "a",
  weight,
  feedback: "",
});

describe("a question that is written anew", () => {
  it("is sent as it was read, with the ids of its choices", () => {
    const body = bodyOf(
      draftOf(
        content({
          kind: "multiple",
          choices: [choice("a", 10_000), choice("b", -3_333)],
          partial_credit: "weighted",
        }),
      ),
    );
    expect(body.statement).toEqual([
      { type: "text", text: "Combien ?" },
      { type: "formula", tex: "x^2" },
      { type: "image", file_id: "f1", alt: "Une courbe" },
    ]);
    expect(body.points).toBe(1.5);
    expect(body.skills).toEqual(["101"]);
    expect(body.answer).toEqual({
      kind: "multiple",
      partial_credit: "weighted",
      choices: [
        { id: "a", text: "Choix a", is_right: true, weight: 10_000, feedback: "" },
        { id: "b", text: "Choix b", is_right: false, weight: -3_333, feedback: "" },
      ],
    });
  });

  it("sends no field that another kind has", () => {
    const number = content({ kind: "number", value: 3.5, tolerance: 0.1, unit: "cm" });
    expect(bodyOf(draftOf(number)).answer).toEqual({
      kind: "number",
      value: 3.5,
      tolerance: 0.1,
      unit: "cm",
    });
    const other = { ...draftOf(number), kind: "single" as const };
    expect(Object.keys(bodyOf(other).answer).sort()).toEqual(["choices", "kind"]);
    expect(bodyOf({ ...other, kind: "long_text" }).answer).toEqual({
      kind: "long_text",
      max_characters: 10_000,
      rubric: [],
    });
  });

  it("sends what cannot be read so that it is refused at its place", () => {
    const draft = { ...emptyDraft(), kind: "number" as const, points: "deux", tolerance: "x" };
    const body = bodyOf(draft);
    expect(body.points).toBe(-1);
    expect(body.answer).toEqual({ kind: "number", tolerance: -1, unit: "" });
  });
});
