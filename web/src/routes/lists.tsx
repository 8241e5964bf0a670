// Lists of candidates, the profile of one person, what a search leaves behind, and those who recruit for one company.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { type ListSearch, listSearch } from "@/features/lists/search";
import { type ProfileSearch, profileSearch } from "@/features/profiles/opened/search";
import { paths } from "@/lib/paths";
import { guardedPage } from "./guard";
import { tokenSearch } from "./root";

const lists = createRoute({
  ...guardedPage,
  path: paths.candidateLists,
  component: lazyRouteComponent(() => import("@/pages/recruiter/ListsPage"), "ListsPage"),
});

const list = createRoute({
  ...guardedPage,
  path: paths.candidateList,
  validateSearch: (raw): ListSearch => listSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/recruiter/ListPage"), "ListPage"),
});

const excluded = createRoute({
  ...guardedPage,
  path: paths.excludedProfiles,
  component: lazyRouteComponent(() => import("@/pages/recruiter/ExcludedPage"), "ExcludedPage"),
});

const history = createRoute({
  ...guardedPage,
  path: paths.searchHistory,
  component: lazyRouteComponent(
    () => import("@/pages/recruiter/SearchHistoryPage"),
    "SearchHistoryPage",
  ),
});

/** What is read here is noted and told to the person: it is asked for by the page alone, never ahead of it. */
const profile = createRoute({
  ...guardedPage,
  path: paths.profile,
  validateSearch: (raw): ProfileSearch => profileSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/recruiter/ProfilePage"), "ProfilePage"),
});

/** Where the news of an alert leads. */
const newMatches = createRoute({
  ...guardedPage,
  path: paths.newMatches,
  component: lazyRouteComponent(() => import("@/pages/recruiter/NewMatchesPage"), "NewMatchesPage"),
});

const members = createRoute({
  ...guardedPage,
  path: paths.companyMembers,
  component: lazyRouteComponent(() => import("@/pages/recruiter/MembersPage"), "MembersPage"),
});

/** Where the mail of a company leads; who is not logged in comes back here afterwards. */
const invitation = createRoute({
  ...guardedPage,
  path: paths.companyInvitation,
  validateSearch: tokenSearch,
  component: lazyRouteComponent(
    () => import("@/pages/recruiter/CompanyInvitationPage"),
    "CompanyInvitationPage",
  ),
});

export const listRoutes = [
  lists,
  list,
  excluded,
  history,
  profile,
  newMatches,
  members,
  invitation,
] as const;
