// The answers of an attempt on this device: what is typed, what has left, what the server keeps. Nothing here knows the network.
import type { AskedQuestion, GivenAnswer, KeptAnswers, QuizAnswerBody } from "@/api/types";

export interface Entry {
  answer: GivenAnswer | null;
  flagged: boolean;
  /** Counts up with each change: of two writes, the server keeps the higher one. */
  sequence: number;
}

export interface Sheet {
  /** By question. */
  entries: Readonly<Record<string, Entry>>;
  /** The questions whose last change the server has not confirmed. */
  unsent: readonly string[];
}

export const EMPTY_SHEET: Sheet = { entries: {}, unsent: [] };

const entryOf = ({ answer, is_flagged: flagged, sequence }: AskedQuestion): Entry => ({
  answer: answer ?? null,
  flagged,
  sequence,
});

const same = (one: GivenAnswer | null, other: GivenAnswer | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Something was answered, taken back or flagged. */
export function changed(
  sheet: Sheet,
  question: string,
  patch: Partial<Pick<Entry, "answer" | "flagged">>,
): Sheet {
  const before = sheet.entries[question] ?? { answer: null, flagged: false, sequence: 0 };
  const entry = { ...before, ...patch, sequence: before.sequence + 1 };
  return {
    entries: { ...sheet.entries, [question]: entry },
    unsent: sheet.unsent.includes(question) ? sheet.unsent : [...sheet.unsent, question],
  };
}

/** What leaves with the next request. */
export const batchOf = ({ entries, unsent }: Sheet): QuizAnswerBody[] =>
  unsent.flatMap((question) => {
    const entry = entries[question];
    return entry
      ? [
          {
            question_id: question,
            sequence: entry.sequence,
            answer: entry.answer,
            is_flagged: entry.flagged,
          },
        ]
      : [];
  });

export interface Settled {
  sheet: Sheet;
  /** Whether the server keeps something else: another tab or another device answers too. */
  doubtful: boolean;
}

/** The server has answered: what it keeps has arrived, unless it was changed again meanwhile. */
export function settled(sheet: Sheet, sent: QuizAnswerBody[], kept: KeptAnswers): Settled {
  const arrived = new Set(
    sent
      .filter((one) => (sheet.entries[one.question_id]?.sequence ?? 0) <= one.sequence)
      .map((one) => one.question_id),
  );
  return {
    sheet: { ...sheet, unsent: sheet.unsent.filter((question) => !arrived.has(question)) },
    doubtful: kept.answers.some((one) => !one.is_saved),
  };
}

export interface Merged {
  sheet: Sheet;
  /** The questions that were answered elsewhere, and show that answer now. */
  replaced: string[];
}

/**
 * What the server keeps, laid over what is here: its answers stand, except those that were changed here since and count as high
 * or higher. The same answer under another number is no difference.
 */
export function merged(sheet: Sheet, questions: readonly AskedQuestion[]): Merged {
  const entries: Record<string, Entry> = {};
  const unsent: string[] = [];
  const replaced: string[] = [];
  for (const question of questions) {
    const { question_id: id } = question;
    const theirs = entryOf(question);
    const mine = sheet.entries[id];
    const waits = sheet.unsent.includes(id);
    if (mine && waits && mine.sequence > theirs.sequence) {
      entries[id] = mine;
      unsent.push(id);
      continue;
    }
    entries[id] = theirs;
    if (mine && !same(mine.answer, theirs.answer)) replaced.push(id);
  }
  return { sheet: { entries, unsent }, replaced };
}

export const isAnswered = (entry: Entry | undefined): boolean => {
  const answer = entry?.answer;
  if (!answer) return false;
  switch (answer.kind) {
    case "multiple":
      return answer.choice_ids.length > 0;
    case "file":
      return answer.file_ids.length > 0;
    case "short_text":
    case "long_text":
      return answer.text.trim() !== "";
    default:
      return true;
  }
};

export interface Progress {
  answered: number;
  /** Places of the questions without an answer, counted from 0. */
  open: number[];
  flagged: number[];
}

export function progressOf(sheet: Sheet, questions: readonly AskedQuestion[]): Progress {
  const entries = questions.map(({ question_id: id }) => sheet.entries[id]);
  const placesOf = (is: (entry: Entry | undefined) => boolean) =>
    entries.flatMap((entry, place) => (is(entry) ? [place] : []));
  const open = placesOf((entry) => !isAnswered(entry));
  return {
    answered: questions.length - open.length,
    open,
    flagged: placesOf((entry) => entry?.flagged === true),
  };
}

/** What this device kept of an attempt when the page was left: only what has the form of it. */
export function keptOf(value: unknown): Sheet {
  const sheet = value as Partial<Sheet> | null;
  if (typeof sheet !== "object" || sheet === null) return EMPTY_SHEET;
  const { entries, unsent } = sheet;
  if (typeof entries !== "object" || entries === null || !Array.isArray(unsent)) return EMPTY_SHEET;
  return { entries, unsent: unsent.filter((one): one is string => typeof one === "string") };
}

/** What is kept on this device until it has arrived: the changes that wait, and nothing else. */
export const waitingOf = ({ entries, unsent }: Sheet): Sheet => ({
  entries: Object.fromEntries(
    unsent.flatMap((question) => {
      const entry = entries[question];
      return entry ? [[question, entry] as const] : [];
    }),
  ),
  unsent,
});
