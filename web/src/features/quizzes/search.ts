// What the pages of quizzes keep in the address: `q`, `type`, `etiquette`, `competence` and `archivees` of the bank; `q`,
// `nature` and `etat` of the list; `question` of the copies; `invitations` of a company’s quiz, `vue` and `avec` of its
// results.
import * as z from "zod/mini";
import type { QuestionKind, QuizInvitationState, QuizKind, QuizStatus } from "@/api/types";
import { among, code, id, words } from "@/lib/searchParts";

export const QUESTION_KINDS: Record<string, QuestionKind> = {
  unique: "single",
  multiple: "multiple",
  "vrai-faux": "true_false",
  courte: "short_text",
  nombre: "number",
  texte: "long_text",
  fichier: "file",
};

export const QUIZ_KINDS: Record<string, QuizKind> = { quiz: "quiz", devoir: "assignment" };

export const QUIZ_STATES: Record<string, QuizStatus> = {
  brouillon: "draft",
  publie: "published",
  archive: "archived",
};

export const bankSearch = z.object({
  q: words,
  type: among(QUESTION_KINDS),
  etiquette: words,
  competence: code,
  archivees: among({ oui: "oui" }),
});
export type BankSearch = z.infer<typeof bankSearch>;

export const quizListSearch = z.object({
  q: words,
  nature: among(QUIZ_KINDS),
  etat: among(QUIZ_STATES),
});
export type QuizListSearch = z.infer<typeof quizListSearch>;

export const copiesSearch = z.object({ question: id, copies: among({ toutes: "toutes" }) });
export type CopiesSearch = z.infer<typeof copiesSearch>;

export const INVITATION_STATES: Record<string, QuizInvitationState> = {
  invites: "invited",
  commences: "started",
  remis: "submitted",
  "a-corriger": "to_grade",
  corriges: "graded",
  publies: "published",
  retires: "withdrawn",
  expires: "expired",
};

export const sentSearch = z.object({ invitations: among(INVITATION_STATES) });
export type SentSearch = z.infer<typeof sentSearch>;

const IDS = /^[0-9a-f-]{36}(,[0-9a-f-]{36}){1,9}$/;

export const candidatesSearch = z.object({
  vue: among({ comparaison: "comparaison", questions: "questions" }),
  avec: z.catch(z.optional(z.string().check(z.regex(IDS))), undefined),
});
export type CandidatesSearch = z.infer<typeof candidatesSearch>;
