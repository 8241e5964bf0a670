import { useTranslation } from "@/i18n/sentOffers";
import type { OfferState } from "../shared/types";
import classes from "./Sent.module.css";
import { OFFER_STATES, type SentState } from "./search";

export const SENT_STATES: SentState[] = Object.values(OFFER_STATES);

/** To how many people an offer went, or will go. */
export const peopleOf = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** How many people stand where; states that nobody is in are not named. */
export function StateCounts({ counts }: { counts: Record<string, number> }) {
  const { t } = useTranslation();
  const held = SENT_STATES.filter((state) => (counts[state] ?? 0) > 0);
  if (held.length === 0) return null;
  return (
    <ul className={classes.counts} aria-label={t("offerList.counts")}>
      {held.map((state) => (
        <li key={state} data-state={state}>
          {t(`offerCount.${state}`, { count: counts[state] ?? 0 })}
        </li>
      ))}
    </ul>
  );
}

interface FilterProps {
  counts: Record<string, number>;
  value: OfferState | null;
  onChange: (state: OfferState | null) => void;
}

/** The same, each of them showing its people alone. */
export function StateFilter({ counts, value, onChange }: FilterProps) {
  const { t } = useTranslation();
  const held = SENT_STATES.filter((state) => (counts[state] ?? 0) > 0 || state === value);
  const choices: [OfferState | null, string][] = [
    [null, t("offerBoard.everybody")],
    ...held.map((state): [OfferState, string] => [state, t(`offer.state.${state}`)]),
  ];
  return (
    <ul className={classes.states} aria-label={t("offerBoard.filter")}>
      {choices.map(([state, label]) => (
        <li key={state ?? "all"}>
          <button
            type="button"
            className={classes.state}
            aria-pressed={value === state}
            onClick={() => onChange(state)}
          >
            {label}{" "}
            <span className={classes.figure}>
              {state ? (counts[state] ?? 0) : peopleOf(counts)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
