// What an organisation teaches: read by those who teach there, written by those who run it.
import { createRoute, lazyRouteComponent, notFound, redirect } from "@tanstack/react-router";
import type { MyOrganisation } from "@/api/types";
import {
  type ComparisonSearch,
  type CoursesSearch,
  comparisonSearch,
  coursesSearch,
  type ListSearch,
  listSearch,
  type WordsSearch,
  wordsSearch,
} from "@/features/trainings/url";
import { paths } from "@/lib/paths";
import { teaches, writesTrainings } from "@/shell/navigation";
import type { Standing } from "@/shell/standing";
import { guardedPage } from "./guard";

/** For anybody but those it admits, the page does not exist. */
export function admit(
  { standing }: { standing: Standing },
  id: string,
  admits: (mine: MyOrganisation) => boolean,
): void {
  const mine = standing.organisations.find((organisation) => organisation.id === id);
  if (!mine || !admits(mine)) throw notFound();
}

/** Leads to the trainings of one's first organisation. */
const start = createRoute({
  ...guardedPage,
  path: paths.trainingsStart,
  beforeLoad: ({ context }) => {
    const first = context.standing.organisations.find(teaches);
    if (!first) throw notFound();
    throw redirect({ to: paths.trainings, params: { organisation: first.id }, replace: true });
  },
});

const list = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.trainings,
  validateSearch: (raw): ListSearch => listSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/TrainingsPage"),
    "TrainingsPage",
  ),
});

const create = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, writesTrainings),
  path: paths.trainingNew,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/TrainingNewPage"),
    "TrainingNewPage",
  ),
});

const courses = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.courses,
  validateSearch: (raw): CoursesSearch => coursesSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/organisation/CoursesPage"), "CoursesPage"),
});

const ownSkills = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.ownSkills,
  validateSearch: (raw): WordsSearch => wordsSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/OwnSkillsPage"),
    "OwnSkillsPage",
  ),
});

const training = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.training,
  component: lazyRouteComponent(() => import("@/pages/organisation/TrainingPage"), "TrainingPage"),
});

const coverage = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.trainingCoverage,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/TrainingCoveragePage"),
    "TrainingCoveragePage",
  ),
});

const revisions = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.trainingRevisions,
  validateSearch: (raw): ComparisonSearch => comparisonSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/TrainingRevisionsPage"),
    "TrainingRevisionsPage",
  ),
});

const revision = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.trainingRevision,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/TrainingRevisionPage"),
    "TrainingRevisionPage",
  ),
});

export const trainingRoutes = [
  start,
  list,
  create,
  courses,
  ownSkills,
  training,
  coverage,
  revisions,
  revision,
] as const;
