import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "@/i18n/sentOffers";
import { formatDay } from "@/lib/format";
import { Icon } from "@/ui/Icon";
import { OfferStateTag } from "../shared/OfferStateTag";
import type { Offer, OfferRecipient } from "../shared/types";
import { recipientQuery } from "./queries";
import { RecipientDetails } from "./RecipientDetails";
import { RecipientMoves } from "./RecipientMoves";
import classes from "./Sent.module.css";
import { calledOf, sinceWords } from "./words";

interface Props {
  offer: Offer;
  recipient: OfferRecipient;
  passport: (share: string) => ReactNode;
  personLink: (profile: string, name: string) => ReactNode;
}

/** One of those an offer was sent to: where it stands, since when, and what can be done. */
export function RecipientRow({ offer, recipient, passport, personLink }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const id = useId();
  const name = calledOf(t, recipient);
  const {
    state,
    profile_id: profile,
    refusal_reason: reason,
    reminded_at: reminded,
    quiz,
    pool_until: pool,
  } = recipient;
  const toggle = () => {
    // Whoever looks again is shown what is shared now.
    if (!open) cache.removeQueries({ queryKey: recipientQuery(offer.id, recipient.id).queryKey });
    setOpen(!open);
  };
  return (
    <article aria-labelledby={id}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.title} id={id}>
            {profile && state !== "unavailable" ? personLink(profile, name) : name}
          </h3>
          <p className={classes.facts}>
            <span>{sinceWords(t, recipient)}</span>
            {reason ? (
              <span>{t("offerBoard.because", { reason: t(`offer.refusal.${reason}`) })}</span>
            ) : null}
            {reminded ? (
              <span>{t("offerBoard.remindedOn", { date: formatDay(reminded) })}</span>
            ) : null}
            {quiz ? <span>{t(`offerBoard.quiz.${quiz}`)}</span> : null}
            {pool ? <span>{t("pool.until", { date: formatDay(pool) })}</span> : null}
          </p>
        </div>
        <OfferStateTag state={state} />
      </div>
      {recipient.is_anonymous ? null : (
        <div className={classes.actions}>
          <button
            type="button"
            className={classes.more}
            aria-expanded={open}
            aria-controls={`${id}-detail`}
            onClick={toggle}
          >
            <span className={classes.chevron} data-open={open || undefined}>
              <Icon name="chevronRight" size={16} />
            </span>
            {t(
              state === "accepted" || state === "closed"
                ? "offerBoard.shared"
                : "offerBoard.details",
            )}
          </button>
          <RecipientMoves offer={offer} recipient={recipient} name={name} />
        </div>
      )}
      <div id={`${id}-detail`} hidden={!open}>
        {open ? (
          <RecipientDetails offer={offer.id} recipient={recipient.id} passport={passport} />
        ) : null}
      </div>
    </article>
  );
}
