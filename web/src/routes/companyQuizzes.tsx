// Quizzes of companies: written, sent and read by their recruiters, taken by those they invite.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
  type BankSearch,
  bankSearch,
  type CandidatesSearch,
  type CopiesSearch,
  candidatesSearch,
  copiesSearch,
  type QuizListSearch,
  quizListSearch,
  type SentSearch,
  sentSearch,
} from "@/features/quizzes/search";
import { paths } from "@/lib/paths";
import { guarded, guardedPage } from "./guard";

/** Who may not recruit is told why, and what comes next. */
const recruiting = createRoute({
  getParentRoute: () => guarded,
  id: "recruiting",
  component: lazyRouteComponent(() => import("@/pages/recruiter/ForRecruiters"), "ForRecruiters"),
});

const recruiterPage = { getParentRoute: () => recruiting } as const;

const list = createRoute({
  ...recruiterPage,
  path: paths.companyQuizzes,
  validateSearch: (raw): QuizListSearch => quizListSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/quizzes/QuizzesPage"), "CompanyQuizzesPage"),
});

const create = createRoute({
  ...recruiterPage,
  path: paths.companyQuizNew,
  component: lazyRouteComponent(() => import("@/pages/quizzes/QuizNewPage"), "QuizNewPage"),
});

const one = createRoute({
  ...recruiterPage,
  path: paths.companyQuiz,
  validateSearch: (raw): SentSearch => sentSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/recruiter/CompanyQuizPage"),
    "CompanyQuizPage",
  ),
});

const revision = createRoute({
  ...recruiterPage,
  path: paths.companyQuizRevision,
  component: lazyRouteComponent(
    () => import("@/pages/quizzes/QuizRevisionPage"),
    "QuizRevisionPage",
  ),
});

const copies = createRoute({
  ...recruiterPage,
  path: paths.companyQuizCopies,
  validateSearch: (raw): CopiesSearch => copiesSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/recruiter/CompanyQuizCopiesPage"),
    "CompanyQuizCopiesPage",
  ),
});

const results = createRoute({
  ...recruiterPage,
  path: paths.companyQuizResults,
  validateSearch: (raw): CandidatesSearch => candidatesSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/recruiter/CompanyQuizResultsPage"),
    "CompanyQuizResultsPage",
  ),
});

const candidate = createRoute({
  ...recruiterPage,
  path: paths.companyQuizCandidate,
  component: lazyRouteComponent(
    () => import("@/pages/recruiter/CompanyQuizCandidatePage"),
    "CompanyQuizCandidatePage",
  ),
});

const bank = createRoute({
  ...recruiterPage,
  path: paths.companyQuestions,
  validateSearch: (raw): BankSearch => bankSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/quizzes/QuestionsPage"),
    "CompanyQuestionsPage",
  ),
});

const newQuestion = createRoute({
  ...recruiterPage,
  path: paths.companyQuestionNew,
  component: lazyRouteComponent(() => import("@/pages/quizzes/QuestionNewPage"), "QuestionNewPage"),
});

const imports = createRoute({
  ...recruiterPage,
  path: paths.companyQuestionImport,
  component: lazyRouteComponent(
    () => import("@/pages/quizzes/QuestionImportPage"),
    "QuestionImportPage",
  ),
});

const question = createRoute({
  ...recruiterPage,
  path: paths.companyQuestion,
  component: lazyRouteComponent(() => import("@/pages/quizzes/QuestionPage"), "QuestionPage"),
});

const invitation = createRoute({
  ...guardedPage,
  path: paths.myQuizInvitation,
  component: lazyRouteComponent(
    () => import("@/pages/person/MyQuizInvitationPage"),
    "MyQuizInvitationPage",
  ),
});

const attempt = createRoute({
  ...guardedPage,
  path: paths.myQuizInvitationAttempt,
  component: lazyRouteComponent(
    () => import("@/pages/person/MyQuizInvitationAttemptPage"),
    "MyQuizInvitationAttemptPage",
  ),
});

export const companyQuizRoutes = [
  recruiting.addChildren([
    list,
    create,
    one,
    revision,
    copies,
    results,
    candidate,
    bank,
    newQuestion,
    imports,
    question,
  ]),
  invitation,
  attempt,
] as const;
