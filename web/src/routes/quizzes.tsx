// Quizzes: written by those who teach, graded by those who train, taken by those who take part.
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import {
  type BankSearch,
  bankSearch,
  type CopiesSearch,
  copiesSearch,
  type QuizListSearch,
  quizListSearch,
} from "@/features/quizzes/search";
import { paths } from "@/lib/paths";
import { teaches } from "@/shell/navigation";
import { guardedPage } from "./guard";
import { admit } from "./trainings";

/** Leads to the quizzes of one's first organisation; whoever only takes part, to their own. */
const start = createRoute({
  ...guardedPage,
  path: paths.quizzesStart,
  beforeLoad: ({ context }) => {
    const first = context.standing.organisations.find(teaches);
    if (!first) throw redirect({ to: paths.myQuizzes, replace: true });
    throw redirect({ to: paths.quizzes, params: { organisation: first.id }, replace: true });
  },
});

const list = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.quizzes,
  validateSearch: (raw): QuizListSearch => quizListSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/quizzes/QuizzesPage"), "QuizzesPage"),
});

const create = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.quizNew,
  component: lazyRouteComponent(() => import("@/pages/quizzes/QuizNewPage"), "QuizNewPage"),
});

const one = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.quiz,
  component: lazyRouteComponent(() => import("@/pages/quizzes/QuizPage"), "QuizPage"),
});

const revision = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.quizRevision,
  component: lazyRouteComponent(
    () => import("@/pages/quizzes/QuizRevisionPage"),
    "QuizRevisionPage",
  ),
});

const bank = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.questions,
  validateSearch: (raw): BankSearch => bankSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/quizzes/QuestionsPage"), "QuestionsPage"),
});

const newQuestion = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.questionNew,
  component: lazyRouteComponent(() => import("@/pages/quizzes/QuestionNewPage"), "QuestionNewPage"),
});

const imports = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.questionImport,
  component: lazyRouteComponent(
    () => import("@/pages/quizzes/QuestionImportPage"),
    "QuestionImportPage",
  ),
});

const question = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.question,
  component: lazyRouteComponent(() => import("@/pages/quizzes/QuestionPage"), "QuestionPage"),
});

const results = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionQuiz,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionQuizPage"),
    "SessionQuizPage",
  ),
});

const copies = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionQuizCopies,
  validateSearch: (raw): CopiesSearch => copiesSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionQuizCopiesPage"),
    "SessionQuizCopiesPage",
  ),
});

const statistics = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionQuizQuestions,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionQuizQuestionsPage"),
    "SessionQuizQuestionsPage",
  ),
});

const adjustments = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionQuizAdjustments,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionQuizAdjustmentsPage"),
    "SessionQuizAdjustmentsPage",
  ),
});

const attempt = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionQuizAttempt,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionQuizAttemptPage"),
    "SessionQuizAttemptPage",
  ),
});

const mine = createRoute({
  ...guardedPage,
  path: paths.myQuizzes,
  component: lazyRouteComponent(() => import("@/pages/person/MyQuizzesPage"), "MyQuizzesPage"),
});

const mineOne = createRoute({
  ...guardedPage,
  path: paths.myQuiz,
  component: lazyRouteComponent(() => import("@/pages/person/MyQuizPage"), "MyQuizPage"),
});

const myAttempt = createRoute({
  ...guardedPage,
  path: paths.myQuizAttempt,
  component: lazyRouteComponent(
    () => import("@/pages/person/MyQuizAttemptPage"),
    "MyQuizAttemptPage",
  ),
});

export const quizRoutes = [
  start,
  list,
  create,
  one,
  revision,
  bank,
  newQuestion,
  imports,
  question,
  results,
  copies,
  statistics,
  adjustments,
  attempt,
  mine,
  mineOne,
  myAttempt,
] as const;
