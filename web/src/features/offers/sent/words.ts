// How the board of an offer says things.
import type { Translate } from "@/i18n/sentOffers";
import { formatDay } from "@/lib/format";
import type { OfferMove, OfferRecipient } from "../shared/types";

/** How somebody an offer is for is called, once they are known no more too. */
export function calledOf(
  t: Translate,
  { first_name: first, last_name: last, is_anonymous: anonymous, state }: OfferRecipient,
): string {
  const name = [first, last].filter(Boolean).join(" ");
  if (name !== "") return name;
  return t(anonymous || state === "unavailable" ? "offerBoard.nobody" : "offerBoard.unnamed");
}

/** “Vue le 3 mars 2026”; of what is kept by months, the month. */
export function sinceWords(t: Translate, one: OfferRecipient): string {
  return t("offerBoard.since", { date: formatDay(one.state_at) });
}

const ACTORS = ["person", "company", "clock"] as const;

/** Who made a move: the person, the company, or nobody but the clock. */
export function actorWords(t: Translate, { actor }: OfferMove): string {
  const known = ACTORS.find((one) => one === actor);
  return known ? t(`offerBoard.actor.${known}`) : "";
}
