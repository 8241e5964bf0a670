// What the addresses of quizzes mean.
import type { QuestionKind, QuizInvitationState, QuizKind, QuizStatus } from "@/api/types";
import {
  type BankSearch,
  INVITATION_STATES,
  QUESTION_KINDS,
  QUIZ_KINDS,
  QUIZ_STATES,
  type QuizListSearch,
  type SentSearch,
} from "./search";

const nameOf = <V extends string>(names: Record<string, V>, value: V | null): string | undefined =>
  Object.keys(names).find((name) => names[name] === value);

export interface BankFilter {
  words: string;
  kind: QuestionKind | null;
  tag: string;
  /** The code of a skill. */
  skill: string;
  archived: boolean;
}

export const bankFilterOf = (search: BankSearch): BankFilter => ({
  words: search.q?.trim() ?? "",
  kind: search.type ? (QUESTION_KINDS[search.type] ?? null) : null,
  tag: search.etiquette?.trim() ?? "",
  skill: search.competence ?? "",
  archived: search.archivees === "oui",
});

export function bankSearchOf({ words, kind, tag, skill, archived }: BankFilter): BankSearch {
  const type = nameOf(QUESTION_KINDS, kind);
  return {
    ...(words === "" ? {} : { q: words }),
    ...(type ? { type } : {}),
    ...(tag === "" ? {} : { etiquette: tag }),
    ...(skill === "" ? {} : { competence: skill }),
    ...(archived ? { archivees: "oui" } : {}),
  };
}

export const isFiltered = ({ words, kind, tag, skill }: BankFilter): boolean =>
  words !== "" || kind !== null || tag !== "" || skill !== "";

export const invitationStateOf = ({ invitations }: SentSearch): QuizInvitationState | null =>
  invitations ? (INVITATION_STATES[invitations] ?? null) : null;

export function sentSearchOf(state: QuizInvitationState | null): SentSearch {
  const invitations = nameOf(INVITATION_STATES, state);
  return invitations ? { invitations } : {};
}

export interface QuizFilter {
  words: string;
  kind: QuizKind | null;
  status: QuizStatus | null;
}

export const quizFilterOf = ({ q, nature, etat }: QuizListSearch): QuizFilter => ({
  words: q?.trim() ?? "",
  kind: nature ? (QUIZ_KINDS[nature] ?? null) : null,
  status: etat ? (QUIZ_STATES[etat] ?? null) : null,
});

export function quizSearchOf({ words, kind, status }: QuizFilter): QuizListSearch {
  const nature = nameOf(QUIZ_KINDS, kind);
  const etat = nameOf(QUIZ_STATES, status);
  return {
    ...(words === "" ? {} : { q: words }),
    ...(nature ? { nature } : {}),
    ...(etat ? { etat } : {}),
  };
}
