// Sessions and calendars: written by those who run an organisation, read by those who train in them, and by those who take part.
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import {
  type CalendarSearch,
  calendarSearch,
  type ListSearch,
  listSearch,
  type ParticipantsSearch,
  participantsSearch,
  type SlotsSearch,
  slotsSearch,
} from "@/features/sessions/search";
import { paths } from "@/lib/paths";
import { teaches, writesTrainings } from "@/shell/navigation";
import { guardedPage } from "./guard";
import { admit } from "./trainings";

/** Leads to the sessions of one's first organisation; whoever only takes part, to their own. */
const start = createRoute({
  ...guardedPage,
  path: paths.sessionsStart,
  beforeLoad: ({ context }) => {
    const first = context.standing.organisations.find(teaches);
    if (!first) throw redirect({ to: paths.mySessions, replace: true });
    throw redirect({ to: paths.sessions, params: { organisation: first.id }, replace: true });
  },
});

const list = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessions,
  validateSearch: (raw): ListSearch => listSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/organisation/SessionsPage"), "SessionsPage"),
});

const create = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, writesTrainings),
  path: paths.sessionNew,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionNewPage"),
    "SessionNewPage",
  ),
});

const overview = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.session,
  component: lazyRouteComponent(() => import("@/pages/organisation/SessionPage"), "SessionPage"),
});

const general = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionGeneral,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionGeneralPage"),
    "SessionGeneralPage",
  ),
});

const courses = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionCourses,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionCoursesPage"),
    "SessionCoursesPage",
  ),
});

const slots = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionSlots,
  validateSearch: (raw): SlotsSearch => slotsSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionSlotsPage"),
    "SessionSlotsPage",
  ),
});

const participants = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionParticipants,
  validateSearch: (raw): ParticipantsSearch => participantsSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionParticipantsPage"),
    "SessionParticipantsPage",
  ),
});

const imports = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, writesTrainings),
  path: paths.sessionImport,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionImportPage"),
    "SessionImportPage",
  ),
});

const resources = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionResources,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionResourcesPage"),
    "SessionResourcesPage",
  ),
});

const rooms = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, teaches),
  path: paths.sessionRooms,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/SessionRoomsPage"),
    "SessionRoomsPage",
  ),
});

const calendar = createRoute({
  ...guardedPage,
  path: paths.calendar,
  validateSearch: (raw): CalendarSearch => calendarSearch.parse(raw),
  beforeLoad: ({ context, search }) => {
    // Somebody else's calendar does not exist.
    const { organisme } = search;
    if (organisme) admit(context, organisme, teaches);
  },
  component: lazyRouteComponent(() => import("@/pages/person/CalendarPage"), "CalendarPage"),
});

const mine = createRoute({
  ...guardedPage,
  path: paths.mySessions,
  component: lazyRouteComponent(() => import("@/pages/person/MySessionsPage"), "MySessionsPage"),
});

const one = createRoute({
  ...guardedPage,
  path: paths.mySession,
  component: lazyRouteComponent(() => import("@/pages/person/MySessionPage"), "MySessionPage"),
});

export const sessionRoutes = [
  start,
  list,
  create,
  overview,
  general,
  courses,
  slots,
  participants,
  imports,
  resources,
  rooms,
  calendar,
  mine,
  one,
] as const;
