// Offers one receives, and how one can be reached by those whose offer one accepts.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { type InboxSearch, inboxSearch } from "@/features/offers/received/url";
import { paths } from "@/lib/paths";
import { guardedPage } from "./guard";

const inbox = createRoute({
  ...guardedPage,
  path: paths.myOffers,
  validateSearch: (raw): InboxSearch => inboxSearch.parse(raw),
  component: lazyRouteComponent(() => import("@/pages/person/MyOffersPage"), "MyOffersPage"),
});

const offer = createRoute({
  ...guardedPage,
  path: paths.myOffer,
  component: lazyRouteComponent(() => import("@/pages/person/MyOfferPage"), "MyOfferPage"),
});

const contact = createRoute({
  ...guardedPage,
  path: paths.contactDetails,
  component: lazyRouteComponent(
    () => import("@/pages/person/ContactDetailsPage"),
    "ContactDetailsPage",
  ),
});

export const receivedOfferRoutes = [inbox, offer, contact] as const;
