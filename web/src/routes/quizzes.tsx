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
import type { Standing } from "@/shell/standing";
import { guardedPage } from "./guard";
import { admit } from "./trainings";

interface Opening {
  context: { standing: Standing };
  params: { organisation: string };
}

/** For those who teach in the organisation; for anybody else the page does not exist. */
const taught = {
  ...guardedPage,
  beforeLoad: ({ context, params }: Opening) => admit(context, params.organisation, teaches),
} as const;

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
  ...taught,
  path: paths.quizzes,
  validateSearch: (raw): QuizListSearch => quizListSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/organisation/QuizzesPage"), "QuizzesPage"),
});

const create = createRoute({
  ...taught,
  path: paths.quizNew,
  component: lazyRouteComponent(() => import("@/pages/organisation/QuizNewPage"), "QuizNewPage"),
});

const one = createRoute({
  ...taught,
  path: paths.quiz,
  component: lazyRouteComponent(() => import("@/pages/organisation/QuizPage"), "QuizPage"),
});

const revision = createRoute({
  ...taught,
  path: paths.quizRevision,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/QuizRevisionPage"),
    "QuizRevisionPage",
  ),
});

const bank = createRoute({
  ...taught,
  path: paths.questions,
  validateSearch: (raw): BankSearch => bankSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/QuestionsPage"),
    "QuestionsPage",
  ),
});

const newQuestion = createRoute({
  ...taught,
  path: paths.questionNew,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/QuestionNewPage"),
    "QuestionNewPage",
  ),
});

const imports = createRoute({
  ...taught,
  path: paths.questionImport,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/QuestionImportPage"),
    "QuestionImportPage",
  ),
});

const question = createRoute({
  ...taught,
  path: paths.question,
  component: lazyRouteComponent(() => import("@/pages/organisation/QuestionPage"), "QuestionPage"),
});

const results = createRoute({
  ...taught,
  path: paths.sessionQuiz,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionQuizPage"),
    "SessionQuizPage",
  ),
});

const copies = createRoute({
  ...taught,
  path: paths.sessionQuizCopies,
  validateSearch: (raw): CopiesSearch => copiesSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionQuizCopiesPage"),
    "SessionQuizCopiesPage",
  ),
});

const statistics = createRoute({
  ...taught,
  path: paths.sessionQuizQuestions,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionQuizQuestionsPage"),
    "SessionQuizQuestionsPage",
  ),
});

const adjustments = createRoute({
  ...taught,
  path: paths.sessionQuizAdjustments,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionQuizAdjustmentsPage"),
    "SessionQuizAdjustmentsPage",
  ),
});

const attempt = createRoute({
  ...taught,
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
