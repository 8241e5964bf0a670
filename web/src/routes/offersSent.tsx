// Offers a company writes and sends; also for those who may not recruit any more: they are told why.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
  type BoardSearch,
  boardSearch,
  type OfferListSearch,
  type OfferNewSearch,
  offerListSearch,
  offerNewSearch,
} from "@/features/offers/sent/search";
import { paths } from "@/lib/paths";
import { guardedPage } from "./guard";

const list = createRoute({
  ...guardedPage,
  path: paths.sentOffers,
  validateSearch: (raw): OfferListSearch => offerListSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/recruiter/SentOffersPage"), "SentOffersPage"),
});

const create = createRoute({
  ...guardedPage,
  path: paths.offerNew,
  validateSearch: (raw): OfferNewSearch => offerNewSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/recruiter/OfferNewPage"), "OfferNewPage"),
});

const one = createRoute({
  ...guardedPage,
  path: paths.sentOffer,
  validateSearch: (raw): BoardSearch => boardSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/recruiter/SentOfferPage"), "SentOfferPage"),
});

const edit = createRoute({
  ...guardedPage,
  path: paths.sentOfferEdit,
  component: lazyRouteComponent(() => import("@/pages/recruiter/OfferEditPage"), "OfferEditPage"),
});

export const sentOfferRoutes = [list, create, one, edit] as const;
