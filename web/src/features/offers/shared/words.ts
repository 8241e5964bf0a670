// How the conditions of an offer are said.
import { LANGUAGE } from "@/i18n";
import type { Translate } from "@/i18n/offerWords";
import { formatDuration } from "@/lib/format";
import type { ExplainedCriterion, MyOffer, OfferPay } from "./types";

const whole = new Intl.NumberFormat(LANGUAGE, {
  style: "currency",
  currency: "EUR",
  maximumFractionDigits: 0,
});
const exact = new Intl.NumberFormat(LANGUAGE, { style: "currency", currency: "EUR" });

/** An amount in cents: “2 000 €”, “12,50 €”. */
const euros = (cents: number): string => (cents % 100 === 0 ? whole : exact).format(cents / 100);

export function payWords(t: Translate, { min, max, per }: OfferPay): string {
  const unit = t(`offer.pay.${per}`);
  return max === null || max === undefined || max === min
    ? t("offer.pay.one", { min: euros(min), per: unit })
    : t("offer.pay.range", { min: euros(min), max: euros(max), per: unit });
}

/** “35 h par semaine · du lundi au vendredi”; empty where nothing is said. */
export function hoursWords(
  t: Translate,
  { weekly_minutes: weekly, schedule }: Pick<MyOffer, "weekly_minutes" | "schedule">,
): string {
  const duration = weekly ? t("offer.fact.weekly", { duration: formatDuration(weekly) }) : "";
  return [duration, schedule ?? ""].filter((part) => part !== "").join(" · ");
}

/** What a criterion asks: “niveau 3 au moins, validée, exigé”. */
export function askedWords(t: Translate, criterion: ExplainedCriterion): string {
  const { min_level: from, max_level: to, validated, required } = criterion;
  const level = () => {
    if (!from && !to) return validated ? "" : t("offer.why.any");
    if (from && to) {
      return from === to
        ? t("offer.why.exactly", { level: from })
        : t("offer.why.between", { from, to });
    }
    return from ? t("offer.why.from", { level: from }) : t("offer.why.upTo", { level: to ?? "" });
  };
  return [
    level(),
    validated ? t("offer.why.validated") : "",
    t(required ? "offer.why.required" : "offer.why.optional"),
  ]
    .filter((part) => part !== "")
    .join(", ");
}
