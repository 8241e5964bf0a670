// Offers, as the operations answer them.
import type { Answer, Body, Item } from "@/api/bodies";

export type Offer = Answer<"get_offer">;
export type OfferLine = Item<Answer<"list_offers">>;
export type OfferDraft = Body<"update_offer">;
export type OfferContract = NonNullable<Offer["contract"]>;
export type OfferPay = NonNullable<Offer["pay"]>;
export type OfferRecipient = Item<Answer<"list_offer_recipients">>;
export type OfferRecipientDetail = Answer<"get_offer_recipient">;
export type OfferState = OfferRecipient["state"];
export type RefusalReason = NonNullable<OfferRecipient["refusal_reason"]>;
export type SentOffer = Answer<"send_offer">;
export type SharedItem = OfferRecipientDetail["shared"][number];
export type OfferMove = OfferRecipientDetail["history"][number];
export type KeptInMind = Item<Answer<"list_talent_pool">>;

/** An offer as the person who receives it reads it; the preview is the same. */
export type MyOffer = Answer<"get_my_offer">;
export type MyOfferLine = Item<Answer<"list_my_offers">>;
export type ExplainedSearch = NonNullable<MyOffer["why"]>;
export type ExplainedCriterion = ExplainedSearch["criteria"][number];
