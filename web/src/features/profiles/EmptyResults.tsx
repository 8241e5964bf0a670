import { Button } from "@mantine/core";
import { useMemo } from "react";
import type { Facets } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n/search";
import { levelName } from "@/record/levels";
import { Icon } from "@/ui/Icon";
import classes from "./EmptyResults.module.css";
import { type Loosening, loosenings, widenings } from "./loosen";
import { useTotals } from "./queries";
import { EMPTY_SEARCH, type SearchState } from "./state";

const SHOWN = 6;

interface Props {
  state: SearchState;
  facets: Facets | undefined;
  labelOf: (code: string) => string;
  onChange: (next: SearchState) => void;
}

/** Nobody matches: says so, and offers the changes that would find somebody. */
export function EmptyResults({ state, facets, labelOf, onChange }: Props) {
  const { t } = useTranslation();
  const offers = useOffers(state, facets);
  return (
    <div className={classes.empty}>
      <span className={classes.icon}>
        <Icon name="search" size={28} />
      </span>
      <p className={classes.title}>{t("empty.title")}</p>
      <p className={classes.text}>{t(offers.length > 0 ? "empty.offers" : "empty.nothing")}</p>
      <ul className={classes.offers}>
        {offers.map((offer) => {
          const words = offerWords(t, offer, labelOf);
          return (
            <li key={words}>
              <button type="button" className={classes.offer} onClick={() => onChange(offer.next)}>
                <span>{words}</span>
                {offer.total === null ? null : (
                  <span className={classes.count}>
                    {t("count.profiles", { count: offer.total })}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      <Button variant="default" onClick={() => onChange(EMPTY_SEARCH)}>
        {t("empty.reset")}
      </Button>
    </div>
  );
}

/** The changes worth offering; when no single one finds anybody, those that change more at once. */
function useOffers(state: SearchState, facets: Facets | undefined) {
  const single = useMemo(() => loosenings(state, facets).slice(0, SHOWN), [state, facets]);
  const offered = useCounted(single);
  const wider = useMemo(
    () => (offered.length === 0 ? widenings(state) : []),
    [offered.length, state],
  );
  return [...offered, ...useCounted(wider)];
}

/** Each change with the exact total it leads to, best first; those that find nobody go. */
function useCounted(changes: Loosening[]) {
  const totals = useTotals(changes.map(({ next }) => next));
  return changes
    .map((change, i) => ({ ...change, total: totals[i] ?? null }))
    .filter(({ total }) => total !== 0)
    .sort((a, b) => (b.total ?? 0) - (a.total ?? 0));
}

function offerWords(t: Translate, offer: Loosening, labelOf: (code: string) => string): string {
  switch (offer.kind) {
    case "level":
      return t("empty.level", {
        skill: labelOf(offer.skill),
        level: `${offer.level}\u00a0${levelName(t, offer.level)}`,
      });
    case "status":
      return t("empty.status", { skill: labelOf(offer.skill) });
    case "optional":
      return t("empty.optional", { skill: labelOf(offer.skill) });
    case "remove":
      return t("empty.remove", { skill: labelOf(offer.skill) });
    case "exclude":
      return t("empty.exclude", { skill: labelOf(offer.skill) });
    case "rome":
      return t("empty.rome");
    case "matching":
      return t("empty.matching");
    case "name":
      return t("empty.name");
    case "levels":
      return t("empty.levels");
    case "statuses":
      return t("empty.statuses");
    case "lenient":
      return t("empty.lenient");
    case "onlySkills":
      return t("empty.onlySkills");
    case "allOptional":
      return t("empty.allOptional");
  }
}
