import { describe, expect, it } from "vitest";
import type { QuizCopy } from "@/api/types";
import {
  gradeBody,
  gradeOf,
  keyOf,
  nextOf,
  questionsOf,
  replacedIn,
  sharedPoints,
} from "./grading";

const copy = (id: string, question = "q1", graded = false): QuizCopy => ({
  copy_id: id,
  label: `Copie ${id}`,
  author: null,
  state: "to_grade",
  question: {
    question_id: question,
    position: 0,
    section: 0,
    kind: "long_text",
    statement: [{ type: "text", text: `Question ${question}` }],
    points: 4,
    choices: [],
    answer_files: [],
    answer: null,
    sequence: 0,
    is_flagged: false,
  },
  rubric: [],
  grade: graded
    ? { points: 2, criteria: [], comment: "", graded_by: "Ada", graded_at: "2026-03-02T08:00:00Z" }
    : null,
  version: graded ? 1 : 0,
});

const rubric = [
  { title: "Fond", description: "", points: 1 },
  { title: "Forme", description: "", points: 2 },
];

describe("the queue", () => {
  it("goes on to the next answer that waits, and round once", () => {
    const list = [copy("a"), copy("b", "q1", true), copy("c")];
    const next = (from: QuizCopy) => nextOf(list, keyOf(from))?.copy_id ?? null;
    expect(next(copy("a"))).toBe("c");
    expect(next(copy("c"))).toBe("a");
    expect(nextOf([copy("a", "q1", true)], keyOf(copy("a")))).toBeNull();
  });

  it("shows what was graded meanwhile, and never an older grade", () => {
    const [one] = replacedIn([copy("a")], [copy("a", "q1", true)]);
    expect(one?.grade?.points).toBe(2);
    const [kept] = replacedIn([{ ...copy("a", "q1", true), version: 3 }], [copy("a", "q1", true)]);
    expect(kept?.version).toBe(3);
  });

  it("counts what waits, question by question", () => {
    const list = [copy("a"), copy("b", "q1", true), copy("a", "q2")];
    expect(questionsOf(list).map(({ id, waiting }) => [id, waiting])).toEqual([
      ["q1", 1],
      ["q2", 1],
    ]);
  });
});

describe("a grade", () => {
  it("has points, or those of its criteria", () => {
    const plain = copy("a");
    expect(gradeBody(plain, { ...gradeOf(plain), points: "2,5", comment: "Bien." })).toEqual({
      points: 2.5,
      comment: "Bien.",
    });
    expect(gradeBody(plain, gradeOf(plain))).toEqual({ comment: "" });
    const withRubric = { ...copy("a"), rubric };
    const draft = { points: "", criteria: ["0,5", "2"], comment: "" };
    expect(gradeBody(withRubric, draft)).toEqual({ criteria: [0.5, 2], comment: "" });
    // 2.5 of 3 points, of an answer that is worth 4 here.
    expect(sharedPoints(withRubric, draft)).toBe(3.33);
    expect(gradeBody(withRubric, gradeOf(withRubric)).criteria).toEqual([-1, -1]);
  });
});
