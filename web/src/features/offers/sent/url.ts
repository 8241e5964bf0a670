// What the addresses of sent offers mean.
import type { OfferLine, OfferState } from "../shared/types";
import {
  type BoardSearch,
  OFFER_STATES,
  OFFER_STATUSES,
  type OfferListSearch,
  type OfferNewSearch,
} from "./search";

const nameOf = (names: Record<string, string>, value: string | null): string | undefined =>
  Object.keys(names).find((name) => names[name] === value);

export interface OfferFilter {
  status: OfferLine["status"] | null;
  /** Those with somebody in this state. */
  state: OfferState | null;
  mine: boolean;
}

export const offerFilterOf = ({ statut, etat, miennes }: OfferListSearch): OfferFilter => ({
  status: statut ? (OFFER_STATUSES[statut] ?? null) : null,
  state: etat ? (OFFER_STATES[etat] ?? null) : null,
  mine: miennes === "oui",
});

export function offerSearchOf({ status, state, mine }: OfferFilter): OfferListSearch {
  const statut = nameOf(OFFER_STATUSES, status);
  const etat = nameOf(OFFER_STATES, state);
  return {
    ...(statut ? { statut } : {}),
    ...(etat ? { etat } : {}),
    ...(mine ? { miennes: "oui" } : {}),
  };
}

export const isFiltered = ({ status, state, mine }: OfferFilter): boolean =>
  status !== null || state !== null || mine;

export const boardStateOf = ({ etat }: BoardSearch): OfferState | null =>
  etat ? (OFFER_STATES[etat] ?? null) : null;

export function boardSearchOf(state: OfferState | null): BoardSearch {
  const etat = nameOf(OFFER_STATES, state);
  return etat ? { etat } : {};
}

export const profilesOf = ({ profils }: OfferNewSearch): string[] =>
  profils ? profils.split(",") : [];

/** The address of a new offer to these people, with the search that found them. */
export const newOfferSearch = (profiles: readonly string[], search: string): OfferNewSearch => ({
  ...(profiles.length > 0 ? { profils: profiles.join(",") } : {}),
  ...(search === "" ? {} : { recherche: search }),
});
