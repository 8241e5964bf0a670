// Passports: what organisations wrote in them, and one's own.
import { createRoute, lazyRouteComponent, notFound, redirect } from "@tanstack/react-router";
import {
  type DeskSearch,
  deskSearch,
  type GridSearch,
  gridSearch,
  type MapSearch,
  mapSearch,
  type TimelineSearch,
  timelineSearch,
} from "@/features/passport/search";
import { paths } from "@/lib/paths";
import { teaches } from "@/shell/navigation";
import { guardedPage } from "./guard";
import { admit } from "./trainings";

const map = createRoute({
  ...guardedPage,
  path: paths.skillMap,
  validateSearch: (raw): MapSearch => mapSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/person/SkillMapPage"), "SkillMapPage"),
});

const timeline = createRoute({
  ...guardedPage,
  path: paths.timeline,
  validateSearch: (raw): TimelineSearch => timelineSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/person/TimelinePage"), "TimelinePage"),
});

const levels = createRoute({
  ...guardedPage,
  path: paths.levels,
  component: lazyRouteComponent(() => import("@/pages/person/LevelsPage"), "LevelsPage"),
});

const mine = createRoute({
  ...guardedPage,
  path: paths.myEntry,
  component: lazyRouteComponent(() => import("@/pages/person/MyEntryPage"), "MyEntryPage"),
});

const grid = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionValidations,
  validateSearch: (raw): GridSearch => gridSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionValidationsPage"),
    "SessionValidationsPage",
  ),
});

/** Leads to the validations of one's first organisation. */
const start = createRoute({
  ...guardedPage,
  path: paths.validationsStart,
  beforeLoad: ({ context }) => {
    const first = context.standing.organisations.find(teaches);
    if (!first) throw notFound();
    throw redirect({ to: paths.validations, params: { organisation: first.id }, replace: true });
  },
});

const desk = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.validations,
  validateSearch: (raw): DeskSearch => deskSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/ValidationsPage"),
    "ValidationsPage",
  ),
});

const entry = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.validation,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/ValidationPage"),
    "ValidationPage",
  ),
});

const person = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.personPassport,
  validateSearch: (raw): TimelineSearch => timelineSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/PersonPassportPage"),
    "PersonPassportPage",
  ),
});

export const passportRoutes = [
  map,
  timeline,
  levels,
  mine,
  grid,
  start,
  desk,
  entry,
  person,
] as const;
