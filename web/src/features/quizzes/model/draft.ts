// A question while it is written: every kind keeps its own fields, so that changing the kind loses nothing that was typed.
import type { ExpectedAnswer, QuestionBlock, QuestionContent, QuestionKind } from "@/api/types";
import { typedOf } from "./number";

export type PartialCredit = Extract<ExpectedAnswer, { kind: "multiple" }>["partial_credit"];
export type FileKind = Extract<ExpectedAnswer, { kind: "file" }>["kinds"][number];
export type BlockType = QuestionBlock["type"];

/** Drawn for the lists of the page alone. */
let drawn = 0;
export const newKey = (): string => `k${++drawn}`;

export interface BlockDraft {
  key: string;
  type: BlockType;
  text: string;
  language: string;
  file: { id: string; name: string } | null;
  alt: string;
}

export interface ChoiceDraft {
  key: string;
  /** The choice of the version before that this still is. */
  id: string | null;
  text: string;
  isRight: boolean;
  /** Percent of the points, as typed. */
  weight: string;
  feedback: string;
}

export interface AcceptedDraft {
  key: string;
  text: string;
  percent: string;
  feedback: string;
}

export interface CriterionDraft {
  key: string;
  title: string;
  description: string;
  points: string;
}

export interface QuestionDraft {
  kind: QuestionKind;
  statement: BlockDraft[];
  points: string;
  explanation: string;
  tags: string[];
  skills: { code: string; label: string }[];
  choices: ChoiceDraft[];
  partialCredit: PartialCredit;
  isTrue: boolean;
  feedbackTrue: string;
  feedbackFalse: string;
  accepted: AcceptedDraft[];
  ignores: { case: boolean; accents: boolean; spaces: boolean };
  value: string;
  tolerance: string;
  unit: string;
  maxCharacters: string;
  kinds: FileKind[];
  maxBytes: number;
  maxFiles: string;
  rubric: CriterionDraft[];
}

export const newBlock = (type: BlockType): BlockDraft => ({
  key: newKey(),
  type,
  text: "",
  language: "",
  file: null,
  alt: "",
});

export const newChoice = (): ChoiceDraft => ({
  key: newKey(),
  id: null,
  text: "",
  isRight: false,
  weight: "",
  feedback: "",
});

export const newAccepted = (): AcceptedDraft => ({
  key: newKey(),
  text: "",
  percent: "100",
  feedback: "",
});

export const newCriterion = (): CriterionDraft => ({
  key: newKey(),
  title: "",
  description: "",
  points: "1",
});

export const emptyDraft = (): QuestionDraft => ({
  kind: "single",
  statement: [newBlock("text")],
  points: "1",
  explanation: "",
  tags: [],
  skills: [],
  choices: [newChoice(), newChoice()],
  partialCredit: "all_or_nothing",
  isTrue: true,
  feedbackTrue: "",
  feedbackFalse: "",
  accepted: [newAccepted()],
  ignores: { case: true, accents: true, spaces: true },
  value: "",
  tolerance: "0",
  unit: "",
  maxCharacters: "10000",
  kinds: ["pdf"],
  maxBytes: 10_000_000,
  maxFiles: "1",
  rubric: [],
});

function blockOf(block: QuestionBlock): BlockDraft {
  const draft = newBlock(block.type);
  switch (block.type) {
    case "text":
      return { ...draft, text: block.text };
    case "code":
      return { ...draft, text: block.text, language: block.language };
    case "formula":
      return { ...draft, text: block.tex };
    case "image":
      return { ...draft, file: { id: block.file_id, name: "" }, alt: block.alt };
  }
}

const rubricOf = (rubric: { title: string; description: string; points: number }[]) =>
  rubric.map(({ title, description, points }) => ({
    key: newKey(),
    title,
    description,
    points: typedOf(points),
  }));

function answerOf(answer: ExpectedAnswer): Partial<QuestionDraft> {
  switch (answer.kind) {
    case "single":
    case "multiple": {
      const choices = answer.choices.map(({ id, text, is_right: isRight, weight, feedback }) => ({
        key: newKey(),
        id,
        text,
        isRight,
        weight: weight == null ? "" : typedOf(weight / 100),
        feedback,
      }));
      return answer.kind === "multiple"
        ? { choices, partialCredit: answer.partial_credit }
        : { choices };
    }
    case "true_false":
      return {
        isTrue: answer.is_true,
        feedbackTrue: answer.feedback_true,
        feedbackFalse: answer.feedback_false,
      };
    case "short_text":
      return {
        accepted: answer.accepted.map(({ text, percent, feedback }) => ({
          key: newKey(),
          text,
          percent: String(percent),
          feedback,
        })),
        ignores: answer.ignores,
      };
    case "number":
      return {
        value: typedOf(answer.value),
        tolerance: typedOf(answer.tolerance),
        unit: answer.unit,
      };
    case "long_text":
      return {
        maxCharacters: String(answer.max_characters),
        rubric: rubricOf(answer.rubric),
      };
    case "file":
      return {
        kinds: answer.kinds,
        maxBytes: answer.max_bytes,
        maxFiles: String(answer.max_files),
        rubric: rubricOf(answer.rubric),
      };
  }
}

/** What a version says, to be written anew. */
export const draftOf = (content: QuestionContent): QuestionDraft => ({
  ...emptyDraft(),
  kind: content.answer.kind,
  statement: content.statement.map(blockOf),
  points: typedOf(content.points),
  explanation: content.explanation,
  tags: content.tags,
  skills: content.skills,
  ...answerOf(content.answer),
});
