// Experiences: one's own, and those put before an organisation. What leaves a passport, and what whoever holds it may ask.
import { createRoute, lazyRouteComponent, notFound, redirect } from "@tanstack/react-router";
import { type QueueSearch, queueSearch } from "@/features/experiences/search";
import { paths } from "@/lib/paths";
import { judges, staff } from "@/shell/navigation";
import { guardedPage } from "./guard";
import { root } from "./root";
import { admit } from "./trainings";

const list = createRoute({
  ...guardedPage,
  path: paths.experiences,
  component: lazyRouteComponent(() => import("@/pages/person/ExperiencesPage"), "ExperiencesPage"),
});

const create = createRoute({
  ...guardedPage,
  path: paths.experienceNew,
  component: lazyRouteComponent(
    () => import("@/pages/person/ExperienceNewPage"),
    "ExperienceNewPage",
  ),
});

const one = createRoute({
  ...guardedPage,
  path: paths.experience,
  component: lazyRouteComponent(() => import("@/pages/person/ExperiencePage"), "ExperiencePage"),
});

const edit = createRoute({
  ...guardedPage,
  path: paths.experienceEdit,
  component: lazyRouteComponent(
    () => import("@/pages/person/ExperienceEditPage"),
    "ExperienceEditPage",
  ),
});

const mask = createRoute({
  ...guardedPage,
  path: paths.proofMask,
  component: lazyRouteComponent(() => import("@/pages/person/ProofMaskPage"), "ProofMaskPage"),
});

const exports = createRoute({
  ...guardedPage,
  path: paths.exports,
  component: lazyRouteComponent(() => import("@/pages/person/ExportsPage"), "ExportsPage"),
});

const proofs = createRoute({
  ...guardedPage,
  path: paths.singleProofs,
  component: lazyRouteComponent(
    () => import("@/pages/person/SingleProofsPage"),
    "SingleProofsPage",
  ),
});

const shares = createRoute({
  ...guardedPage,
  path: paths.shares,
  component: lazyRouteComponent(() => import("@/pages/person/SharesPage"), "SharesPage"),
});

const imports = createRoute({
  ...guardedPage,
  path: paths.imports,
  component: lazyRouteComponent(() => import("@/pages/person/ImportsPage"), "ImportsPage"),
});

/** Leads to the experiences of one's first organisation: those to look at, or the way to propose some. */
const start = createRoute({
  ...guardedPage,
  path: paths.reviewsStart,
  beforeLoad: ({ context }) => {
    const { organisations } = context.standing;
    const first = organisations.find(judges) ?? organisations.find(staff);
    if (!first) throw notFound();
    const to = judges(first) ? paths.reviews : paths.experienceProposals;
    throw redirect({ to, params: { organisation: first.id }, replace: true });
  },
});

const queue = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, judges),
  path: paths.reviews,
  validateSearch: (raw): QueueSearch => queueSearch.parse(raw),
  component: lazyRouteComponent(
    () => import("@/pages/organisation/ExperienceReviewsPage"),
    "ExperienceReviewsPage",
  ),
});

const proposals = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, staff),
  path: paths.experienceProposals,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/ExperienceProposalsPage"),
    "ExperienceProposalsPage",
  ),
});

const review = createRoute({
  ...guardedPage,
  beforeLoad: ({ context, params }) => admit(context, params.organisation, judges),
  path: paths.review,
  component: lazyRouteComponent(
    () => import("@/pages/organisation/ExperienceReviewPage"),
    "ExperienceReviewPage",
  ),
});

const verifier = createRoute({
  getParentRoute: () => root,
  path: paths.verifier,
  component: lazyRouteComponent(() => import("@/pages/public/VerifierPage"), "VerifierPage"),
});

/** Where the QR code of an export leads. */
const verifierNumber = createRoute({
  getParentRoute: () => root,
  path: paths.verifierNumber,
  component: lazyRouteComponent(() => import("@/pages/public/VerifierPage"), "VerifierPage"),
});

/** Where a link to a passport leads. */
const shared = createRoute({
  getParentRoute: () => root,
  path: paths.sharedPassport,
  component: lazyRouteComponent(
    () => import("@/pages/public/SharedPassportPage"),
    "SharedPassportPage",
  ),
});

export const experienceRoutes = [
  list,
  create,
  one,
  edit,
  mask,
  exports,
  proofs,
  shares,
  imports,
  start,
  queue,
  proposals,
  review,
] as const;
export const publicExperienceRoutes = [verifier, verifierNumber, shared] as const;
