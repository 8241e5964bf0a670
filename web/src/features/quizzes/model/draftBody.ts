// What is sent of a question that was written.
import type { QuestionBody } from "@/api/types";
import type { BlockDraft, QuestionDraft } from "./draft";
import { numberOf } from "./number";

type BlockBody = QuestionBody["statement"][number];

function blockBody({ type, text, language, file, alt }: BlockDraft): BlockBody {
  switch (type) {
    case "text":
      return { type, text };
    case "code":
      return { type, text, language };
    case "formula":
      return { type, tex: text };
    case "image":
      return { type, alt, ...(file ? { file_id: file.id } : {}) };
  }
}

/** A number that was typed; what is none is sent as something the server refuses at that very place. */
const sent = (typed: string): number => numberOf(typed) ?? -1;

function answerBody(draft: QuestionDraft): QuestionBody["answer"] {
  const { kind } = draft;
  const rubric = draft.rubric.map(({ title, description, points }) => ({
    title,
    description,
    points: sent(points),
  }));
  switch (kind) {
    case "single":
    case "multiple": {
      const weighted = kind === "multiple" && draft.partialCredit === "weighted";
      const choices = draft.choices.map(({ id, text, isRight, weight, feedback }) => ({
        ...(id ? { id } : {}),
        text,
        is_right: isRight,
        ...(weighted ? { weight: Math.round((numberOf(weight) ?? 0) * 100) } : {}),
        feedback,
      }));
      return kind === "multiple"
        ? { kind, choices, partial_credit: draft.partialCredit }
        : { kind, choices };
    }
    case "true_false":
      return {
        kind,
        is_true: draft.isTrue,
        feedback_true: draft.feedbackTrue,
        feedback_false: draft.feedbackFalse,
      };
    case "short_text":
      return {
        kind,
        accepted: draft.accepted.map(({ text, percent, feedback }) => ({
          text,
          percent: Math.max(0, Math.min(255, Math.round(sent(percent)))),
          feedback,
        })),
        ignores: draft.ignores,
      };
    case "number": {
      const value = numberOf(draft.value);
      return {
        kind,
        ...(value === null ? {} : { value }),
        tolerance: sent(draft.tolerance),
        unit: draft.unit,
      };
    }
    case "long_text":
      return { kind, max_characters: Math.max(0, Math.round(sent(draft.maxCharacters))), rubric };
    case "file":
      return {
        kind,
        kinds: draft.kinds,
        max_bytes: draft.maxBytes,
        max_files: Math.max(0, Math.min(255, Math.round(sent(draft.maxFiles)))),
        rubric,
      };
  }
}

/** What is sent. */
export const bodyOf = (draft: QuestionDraft): QuestionBody => ({
  statement: draft.statement.map(blockBody),
  points: sent(draft.points),
  answer: answerBody(draft),
  explanation: draft.explanation,
  tags: draft.tags,
  skills: draft.skills.map(({ code }) => code),
});
