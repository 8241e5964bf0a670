// What the pages of sent offers keep in the address: `statut`, `etat`, `miennes` and `vue` of the list; `profils`, `modele` and
// `recherche` (the address of a whole search) of a new one; `etat` of its board, `ecartes` people who were not added.
import * as z from "zod/mini";
import { among, id } from "@/lib/searchParts";
import type { OfferLine, OfferState } from "../shared/types";

/** People one offer is sent to. */
export const MOST_RECIPIENTS = 50;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST_SEARCH = 4_000;

/** What is sent has left this one behind. */
export type SentState = Exclude<OfferState, "draft">;

export const OFFER_STATES: Record<string, SentState> = {
  envoyee: "sent",
  "non-remise": "undelivered",
  remise: "delivered",
  vue: "seen",
  acceptee: "accepted",
  refusee: "refused",
  expiree: "expired",
  retiree: "withdrawn",
  close: "closed",
  indisponible: "unavailable",
};

export const OFFER_STATUSES: Record<string, OfferLine["status"]> = {
  brouillons: "draft",
  envoyees: "sent",
};

const profiles = z.catch(
  z.optional(
    z.string().check(
      z.refine((text) => {
        const ids = text.split(",");
        const sound = ids.length <= MOST_RECIPIENTS && ids.every((one) => UUID.test(one));
        return sound && new Set(ids).size === ids.length;
      }),
    ),
  ),
  undefined,
);

export const offerListSearch = z.object({
  statut: among(OFFER_STATUSES),
  etat: among(OFFER_STATES),
  miennes: among({ oui: "oui" }),
  vue: among({ vivier: "vivier" }),
});
export type OfferListSearch = z.infer<typeof offerListSearch>;

export const offerNewSearch = z.object({
  profils: profiles,
  modele: id,
  recherche: z.catch(z.optional(z.string().check(z.maxLength(LONGEST_SEARCH))), undefined),
});
export type OfferNewSearch = z.infer<typeof offerNewSearch>;

export const boardSearch = z.object({
  etat: among(OFFER_STATES),
  ecartes: z.catch(z.optional(z.string().check(z.regex(/^\d{1,2}$/))), undefined),
});
export type BoardSearch = z.infer<typeof boardSearch>;
