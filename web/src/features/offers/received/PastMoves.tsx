import { useTranslation } from "@/i18n/myOffers";
import { formatMoment } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import classes from "./Received.module.css";
import type { OfferState, PastMove } from "./types";

const ACTORS = ["person", "company", "clock"] as const;
const BACK: readonly OfferState[] = ["delivered", "seen"];

/** What happened to an offer, oldest first. */
export function PastMoves({ history }: { history: PastMove[] }) {
  const { t } = useTranslation();
  let wasAnswered = false;
  const steps = history.map((move) => {
    // Whoever takes an answer back finds the offer as it was before.
    const isBack = wasAnswered && BACK.includes(move.state);
    wasAnswered = move.state === "accepted" || move.state === "refused";
    return { ...move, key: isBack ? ("back" as const) : move.state };
  });
  return (
    <Disclosure label={t("myOffer.past.title")}>
      <ol className={classes.steps}>
        {steps.map(({ key, state, at, actor, reason }) => {
          // Who sends, opens and answers goes without saying.
          const by = state === "closed" ? ACTORS.find((one) => one === actor) : undefined;
          return (
            <li key={`${at} ${state}`}>
              {t(`myOffer.past.step.${key}`)}
              {by ? `, ${t(`myOffer.past.by.${by}`)}` : ""}
              {` · ${formatMoment(at)}`}
              {reason ? <p className={classes.said}>{t("myOffer.why", { reason })}</p> : null}
            </li>
          );
        })}
      </ol>
    </Disclosure>
  );
}
