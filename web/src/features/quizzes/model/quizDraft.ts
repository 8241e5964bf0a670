// A quiz while it is written: sections of items, moved about before anything is sent.
import type { Quiz, QuizBody, QuizKind, QuizSettings } from "@/api/types";
import { newKey } from "./draft";
import { numberOf, typedOf } from "./number";

type Item = Quiz["content"]["sections"][number]["items"][number];
export type AskedQuestionCard = NonNullable<Item["question"]> & { id: string };

export interface ItemDraft {
  key: string;
  /** The question; null of a draw. */
  question: AskedQuestionCard | null;
  draw: { count: string; tags: string[] } | null;
  /** What it is worth here, as typed; empty: what the question says. */
  points: string;
}

export interface SectionDraft {
  key: string;
  title: string;
  instructions: string;
  items: ItemDraft[];
}

export interface QuizDraft {
  kind: QuizKind;
  title: string;
  description: string;
  instructions: string;
  settings: {
    shufflesQuestions: boolean;
    shufflesChoices: boolean;
    minutes: string;
    attempts: string;
    grading: QuizSettings["grading"];
    passPercent: string;
    negativePercent: string;
    feedback: QuizSettings["feedback"];
    hidesNames: boolean;
    integritySignals: boolean;
  };
  sections: SectionDraft[];
}

export const newSection = (): SectionDraft => ({
  key: newKey(),
  title: "",
  instructions: "",
  items: [],
});

export const questionItem = (question: AskedQuestionCard): ItemDraft => ({
  key: newKey(),
  question,
  draw: null,
  points: "",
});

export const drawItem = (): ItemDraft => ({
  key: newKey(),
  question: null,
  draw: { count: "1", tags: [] },
  points: "1",
});

export const emptyQuiz = (): QuizDraft => ({
  kind: "quiz",
  title: "",
  description: "",
  instructions: "",
  settings: {
    shufflesQuestions: false,
    shufflesChoices: true,
    minutes: "",
    attempts: "1",
    grading: "highest",
    passPercent: "",
    negativePercent: "0",
    feedback: "after_publication",
    hidesNames: true,
    integritySignals: false,
  },
  sections: [newSection()],
});

const typed = (value: number | null | undefined): string => (value == null ? "" : typedOf(value));

const itemOf = ({ question_id: id, question, draw, points }: Item): ItemDraft => ({
  key: newKey(),
  question: id && question ? { ...question, id } : null,
  draw: draw ? { count: String(draw.count), tags: draw.tags } : null,
  points: typed(points),
});

export function quizDraftOf({ kind, content }: Quiz): QuizDraft {
  const { settings } = content;
  return {
    kind,
    title: content.title,
    description: content.description,
    instructions: content.instructions,
    settings: {
      shufflesQuestions: settings.shuffles_questions,
      shufflesChoices: settings.shuffles_choices,
      minutes: typed(settings.minutes),
      attempts: String(settings.attempts),
      grading: settings.grading,
      passPercent: typed(settings.pass_percent),
      negativePercent: String(settings.negative_percent),
      feedback: settings.feedback,
      hidesNames: settings.hides_names,
      integritySignals: settings.integrity_signals ?? false,
    },
    sections: content.sections.map(({ title, instructions, items }) => ({
      key: newKey(),
      title,
      instructions,
      items: items.map(itemOf),
    })),
  };
}

/** A whole number that was typed; what is none is sent as something the server refuses at that very place. */
const whole = (text: string, most = 32_000): number =>
  Math.max(-1, Math.min(most, Math.round(numberOf(text) ?? -1)));

const optional = (text: string): number | null => (text.trim() === "" ? null : whole(text));

function itemBody({ question, draw, points }: ItemDraft) {
  const worth = points.trim() === "" ? null : (numberOf(points) ?? -1);
  if (question) return { question_id: question.id, points: worth };
  const count = Math.max(0, whole(draw?.count ?? "", 255));
  return { draw: { count, tags: draw?.tags ?? [] }, points: worth };
}

export function quizBodyOf({ settings, sections, ...texts }: QuizDraft): QuizBody {
  return {
    ...texts,
    settings: {
      shuffles_questions: settings.shufflesQuestions,
      shuffles_choices: settings.shufflesChoices,
      minutes: optional(settings.minutes),
      attempts: whole(settings.attempts),
      grading: settings.grading,
      pass_percent: optional(settings.passPercent),
      negative_percent: whole(settings.negativePercent),
      feedback: settings.feedback,
      hides_names: settings.hidesNames,
      integrity_signals: settings.integritySignals,
    },
    sections: sections.map(({ title, instructions, items }) => ({
      title,
      instructions,
      items: items.map(itemBody),
    })),
  };
}

/** How many questions an attempt asks. */
export const askedCount = (sections: readonly SectionDraft[]): number =>
  sections
    .flatMap(({ items }) => items)
    .reduce((sum, { draw }) => sum + (draw ? Math.max(0, whole(draw.count, 100)) : 1), 0);

/** What an attempt is worth at most. */
export const totalPoints = (sections: readonly SectionDraft[]): number =>
  sections
    .flatMap(({ items }) => items)
    .reduce((sum, { question, draw, points }) => {
      const each = points.trim() === "" ? (question?.points ?? 0) : (numberOf(points) ?? 0);
      return sum + each * (draw ? Math.max(0, whole(draw.count, 100)) : 1);
    }, 0);
