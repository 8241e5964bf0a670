// The search in words: what is asked of a skill, and what was found.
import type { Translate } from "@/i18n/profile";
import { levelName } from "@/record/levels";
import { type Criterion, levelMode } from "./state";

/** “au moins 3 · autonome”, “tous niveaux”. */
export function boundsWords(t: Translate, criterion: Pick<Criterion, "min" | "max">): string {
  const { min, max } = criterion;
  const named = (level: number | null) => `${level}\u00a0${levelName(t, level)}`;
  switch (levelMode(criterion)) {
    case "at_least":
      return t("bounds.at_least", { level: named(min) });
    case "at_most":
      return t("bounds.at_most", { level: named(max) });
    case "exactly":
      return t("bounds.exactly", { level: named(min) });
    case "between":
      return t("bounds.between", { min: named(min), max: named(max) });
    default:
      return t("bounds.any");
  }
}

/** One line for a criterion: level, then only what differs from the defaults. */
export function criterionSummary(t: Translate, criterion: Criterion): string {
  return [
    boundsWords(t, criterion),
    criterion.validated ? t("bounds.validated") : null,
    criterion.required ? null : t("bounds.optional"),
  ]
    .filter(Boolean)
    .join(" · ");
}
