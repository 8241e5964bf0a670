// Pages of an account: a session is needed, and for some of them a role.
import { createRoute, lazyRouteComponent, notFound, redirect } from "@tanstack/react-router";
import { type NoticesSearch, noticesSearch } from "@/features/notices/url";
import { type SearchParams, searchParams } from "@/features/profiles/url";
import { paths } from "@/lib/paths";
import { type NamesSearch, namesSearch } from "@/record/namesUrl";
import { landing, teaches } from "@/shell/navigation";
import { attendanceRoutes } from "./attendance";
import { companyQuizRoutes } from "./companyQuizzes";
import { experienceRoutes } from "./experiences";
import { adminPage, guarded, guardedPage } from "./guard";
import { listRoutes } from "./lists";
import { receivedOfferRoutes } from "./offersReceived";
import { sentOfferRoutes } from "./offersSent";
import { passportRoutes } from "./passport";
import { privacyRoutes } from "./privacy";
import { quizRoutes } from "./quizzes";
import { recordRoutes } from "./records";
import { roomRoutes } from "./rooms";
import { tokenSearch } from "./root";
import { sessionRoutes } from "./sessions";
import { trainingRoutes } from "./trainings";

const search = createRoute({
  ...guardedPage,
  path: paths.search,
  validateSearch: (raw): SearchParams => searchParams.parse(raw),
  errorComponent: lazyRouteComponent(
    () => import("@/pages/recruiter/BadSearchPage"),
    "BadSearchPage",
  ),
  component: lazyRouteComponent(() => import("@/pages/recruiter/SearchPage"), "SearchPage"),
});

/** Where the mail about a new release leads; also for those who may not search any more: they are told why. */
const savedSearches = createRoute({
  ...guardedPage,
  path: paths.savedSearches,
  component: lazyRouteComponent(
    () => import("@/pages/recruiter/SavedSearchesPage"),
    "SavedSearchesPage",
  ),
});

const start = createRoute({
  ...guardedPage,
  path: paths.start,
  beforeLoad: ({ context }) => {
    throw redirect({ to: landing(context.standing), replace: true });
  },
});

const company = createRoute({
  ...guardedPage,
  path: paths.company,
  component: lazyRouteComponent(() => import("@/pages/recruiter/CompanyPage"), "CompanyPage"),
});

const skills = createRoute({
  ...guardedPage,
  path: paths.skills,
  validateSearch: (raw): NamesSearch => namesSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/person/SkillsPage"), "SkillsPage"),
});

const account = createRoute({
  ...guardedPage,
  path: paths.account,
  component: lazyRouteComponent(() => import("@/pages/person/AccountPage"), "AccountPage"),
});

const organisation = createRoute({
  ...guardedPage,
  path: paths.organisation,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/OrganisationPage"),
    "OrganisationPage",
  ),
});

/** Where the mail about a new release leads; only those who teach there or run it know this address. */
const notices = createRoute({
  ...guardedPage,
  path: paths.notices,
  validateSearch: (raw): NoticesSearch => noticesSearch.parse(raw),
  beforeLoad: ({ context, params }) => {
    const mine = context.standing.organisations.find(({ id }) => id === params.organisation);
    if (!mine || !teaches(mine)) throw notFound();
  },
  component: lazyRouteComponent(() => import("@/pages/organisation/NoticesPage"), "NoticesPage"),
});

const admin = createRoute({
  ...adminPage,
  path: paths.admin,
  component: lazyRouteComponent(() => import("@/pages/admin/RecruitersPage"), "RecruitersPage"),
});

const adminOrganisations = createRoute({
  ...adminPage,
  path: paths.adminOrganisations,
  component: lazyRouteComponent(
    () => import("@/pages/admin/OrganisationsPage"),
    "OrganisationsPage",
  ),
});

const adminIndex = createRoute({
  ...adminPage,
  path: paths.adminIndex,
  component: lazyRouteComponent(() => import("@/pages/admin/IndexPage"), "IndexPage"),
});

const adminCatalog = createRoute({
  ...adminPage,
  path: paths.adminCatalog,
  component: lazyRouteComponent(() => import("@/pages/admin/CatalogPage"), "CatalogPage"),
});

const invitation = createRoute({
  ...guardedPage,
  path: paths.invitation,
  validateSearch: tokenSearch,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/InvitationPage"),
    "InvitationPage",
  ),
});

const notifications = createRoute({
  ...guardedPage,
  path: paths.notifications,
  component: lazyRouteComponent(
    () => import("@/pages/person/NotificationsPage"),
    "NotificationsPage",
  ),
});

export const guardedRoutes = guarded.addChildren([
  start,
  search,
  savedSearches,
  invitation,
  company,
  skills,
  account,
  organisation,
  notices,
  notifications,
  ...trainingRoutes,
  ...sessionRoutes,
  ...attendanceRoutes,
  ...passportRoutes,
  ...experienceRoutes,
  ...quizRoutes,
  ...companyQuizRoutes,
  admin,
  adminOrganisations,
  adminIndex,
  adminCatalog,
  ...recordRoutes,
  ...roomRoutes,
  ...privacyRoutes,
  ...listRoutes,
  ...receivedOfferRoutes,
  ...sentOfferRoutes,
]);
