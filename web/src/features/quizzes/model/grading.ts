// The queue of those who grade.
import type { QuestionBlock, QuizCopy, QuizGradeBody } from "@/api/types";
import { numberOf, typedOf } from "./number";

export const keyOf = ({ copy_id: copy, question }: QuizCopy): string =>
  `${copy}-${question.question_id}`;

/** The list with what was graded since it was read. */
export const replacedIn = (
  copies: readonly QuizCopy[],
  graded: readonly QuizCopy[],
): readonly QuizCopy[] =>
  copies.map((copy) => {
    const newer = graded.find((one) => keyOf(one) === keyOf(copy));
    return newer && newer.version >= copy.version ? newer : copy;
  });

/** The next answer that waits, from here on and then from the beginning; null when none does. */
export function nextOf(copies: readonly QuizCopy[], from: string): QuizCopy | null {
  const at = copies.findIndex((copy) => keyOf(copy) === from);
  const round = [...copies.slice(at + 1), ...copies.slice(0, Math.max(0, at))];
  return round.find(({ grade }) => !grade) ?? null;
}

export interface GradedQuestion {
  id: string;
  statement: QuestionBlock[];
  /** How many of its answers wait. */
  waiting: number;
}

export function questionsOf(copies: readonly QuizCopy[]): GradedQuestion[] {
  const found = new Map<string, GradedQuestion>();
  for (const { question, grade } of copies) {
    const { question_id: id, statement } = question;
    const known = found.get(id) ?? { id, statement, waiting: 0 };
    found.set(id, { ...known, waiting: known.waiting + (grade ? 0 : 1) });
  }
  return [...found.values()];
}

export interface GradeDraft {
  points: string;
  criteria: string[];
  comment: string;
}

export const gradeOf = ({ grade, rubric }: QuizCopy): GradeDraft => ({
  points: grade ? typedOf(grade.points) : "",
  criteria: rubric.map((_, place) => {
    const points = grade?.criteria[place];
    return points === undefined ? "" : typedOf(points);
  }),
  comment: grade?.comment ?? "",
});

/** What is sent; what is no number is sent as something the server refuses at that very place. */
export function gradeBody({ rubric }: QuizCopy, draft: GradeDraft): QuizGradeBody {
  const { comment } = draft;
  if (rubric.length > 0) {
    return { criteria: draft.criteria.map((typed) => numberOf(typed) ?? -1), comment };
  }
  const points = numberOf(draft.points);
  return points === null ? { comment } : { points, comment };
}

/** What the criteria give of what the answer is worth: shared out as they are. */
export function sharedPoints({ rubric, question }: QuizCopy, draft: GradeDraft): number {
  const whole = rubric.reduce((sum, { points }) => sum + points, 0);
  const part = draft.criteria.reduce((sum, typed) => sum + (numberOf(typed) ?? 0), 0);
  return whole > 0 ? Math.round((question.points * part * 100) / whole) / 100 : 0;
}
