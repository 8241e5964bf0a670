import { useTranslation } from "@/i18n/offerWords";
import { StateTag } from "@/ui/StateTag";
import type { OfferState } from "./types";

const TONES: Record<OfferState, "neutral" | "success" | "warning" | "error"> = {
  draft: "neutral",
  sent: "neutral",
  undelivered: "warning",
  delivered: "neutral",
  seen: "neutral",
  accepted: "success",
  refused: "error",
  expired: "neutral",
  withdrawn: "neutral",
  closed: "neutral",
  unavailable: "neutral",
};

/** Where an offer to one person stands, in a word. */
export function OfferStateTag({ state }: { state: OfferState }) {
  const { t } = useTranslation();
  return <StateTag tone={TONES[state]}>{t(`offer.state.${state}`)}</StateTag>;
}
