// What changed from one version of a question to the next, part by part.
import type { ExpectedAnswer, QuestionContent } from "@/api/types";

export type Part =
  | "statement"
  | "kind"
  | "choices"
  | "key"
  | "credit"
  | "feedback"
  | "accepted"
  | "number"
  | "limits"
  | "rubric"
  | "points"
  | "explanation"
  | "tags"
  | "skills";

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What each part of an answer says, by the words people know it by. */
function partsOf(answer: ExpectedAnswer): Partial<Record<Part, unknown>> {
  switch (answer.kind) {
    case "single":
    case "multiple":
      return {
        choices: answer.choices.map(({ id, text }) => [id, text]),
        key: answer.choices.map(({ id, is_right: isRight }) => [id, isRight]),
        credit: [
          answer.kind === "multiple" ? answer.partial_credit : null,
          answer.choices.map(({ weight }) => weight ?? null),
        ],
        feedback: answer.choices.map(({ feedback }) => feedback),
      };
    case "true_false":
      return { key: answer.is_true, feedback: [answer.feedback_true, answer.feedback_false] };
    case "short_text":
      return {
        accepted: [answer.accepted.map(({ text, percent }) => [text, percent]), answer.ignores],
        feedback: answer.accepted.map(({ feedback }) => feedback),
      };
    case "number":
      return { number: [answer.value, answer.tolerance, answer.unit] };
    case "long_text":
      return { limits: answer.max_characters, rubric: answer.rubric };
    case "file":
      return { limits: [answer.kinds, answer.max_bytes, answer.max_files], rubric: answer.rubric };
  }
}

/** The parts that differ, in the order in which they are read. */
export function changedParts(before: QuestionContent, after: QuestionContent): Part[] {
  const changed: Part[] = [];
  if (!same(before.statement, after.statement)) changed.push("statement");
  if (before.answer.kind !== after.answer.kind) changed.push("kind");
  else {
    const [old, now] = [partsOf(before.answer), partsOf(after.answer)];
    changed.push(...(Object.keys(now) as Part[]).filter((part) => !same(old[part], now[part])));
  }
  for (const part of ["points", "explanation", "tags"] as const) {
    if (!same(before[part], after[part])) changed.push(part);
  }
  const codes = ({ skills }: QuestionContent) => skills.map(({ code }) => code);
  if (!same(codes(before), codes(after))) changed.push("skills");
  return changed;
}
