// What an organisation teaches: read by those who teach there, written by those who run it.
import { createRoute, lazyRouteComponent, notFound, redirect } from "@tanstack/react-router";
import { comparisonSearch, coursesSearch, listSearch } from "@/features/trainings/url";
import { paths } from "@/lib/paths";
import { teaches, writesTrainings } from "@/shell/navigation";
import type { Standing } from "@/shell/standing";
import { guarded, guardedPage } from "./guard";

interface Asked {
  context: { standing: Standing };
  params: { organisation: string };
}

const organisationOf = ({ context, params }: Asked) =>
  context.standing.organisations.find(({ id }) => id === params.organisation);

/** Only for those who teach there or run it; for anybody else these addresses do not exist. */
const teachingPage = {
  getParentRoute: () => guarded,
  beforeLoad: (asked: Asked) => {
    const organisation = organisationOf(asked);
    if (!organisation || !teaches(organisation)) throw notFound();
  },
} as const;

const writingPage = {
  getParentRoute: () => guarded,
  beforeLoad: (asked: Asked) => {
    const organisation = organisationOf(asked);
    if (!organisation || !writesTrainings(organisation)) throw notFound();
  },
} as const;

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
  ...teachingPage,
  path: paths.trainings,
  validateSearch: (raw) => listSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/TrainingsPage"),
    "TrainingsPage",
  ),
});

const create = createRoute({
  ...writingPage,
  path: paths.trainingNew,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/TrainingNewPage"),
    "TrainingNewPage",
  ),
});

const courses = createRoute({
  ...teachingPage,
  path: paths.courses,
  validateSearch: (raw) => coursesSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/organisation/CoursesPage"), "CoursesPage"),
});

const ownSkills = createRoute({
  ...teachingPage,
  path: paths.ownSkills,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/OwnSkillsPage"),
    "OwnSkillsPage",
  ),
});

const training = createRoute({
  ...teachingPage,
  path: paths.training,
  component: lazyRouteComponent(() => import("@/pages/organisation/TrainingPage"), "TrainingPage"),
});

const coverage = createRoute({
  ...teachingPage,
  path: paths.trainingCoverage,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/TrainingCoveragePage"),
    "TrainingCoveragePage",
  ),
});

const revisions = createRoute({
  ...teachingPage,
  path: paths.trainingRevisions,
  validateSearch: (raw) => comparisonSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/TrainingRevisionsPage"),
    "TrainingRevisionsPage",
  ),
});

const revision = createRoute({
  ...teachingPage,
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
