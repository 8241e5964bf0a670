// What one receives, answers and shares, as the operations answer it.
import type { Answer, Body, Item } from "@/api/bodies";
import type { MyOffer } from "../shared/types";

export type { MyOffer, MyOfferLine, OfferState, RefusalReason } from "../shared/types";

export type AcceptanceBody = Body<"accept_offer">;
export type RefusalBody = Body<"refuse_offer">;
export type ShareItem = Body<"update_my_offer_shares">["items"][number];
export type GivenShare = MyOffer["shares"][number];
export type PastMove = MyOffer["history"][number];
export type ShareableProof = Item<Answer<"list_shareable_proofs">>;
export type OfferSettings = Answer<"get_offer_settings">;

/** An offer, with the server's clock and the steady counter of this device when it arrived, both in milliseconds. */
export interface ReadOffer {
  offer: MyOffer;
  now: number;
  at: number;
}
