// How the days and the levels of experiences are told.
import type { Translate } from "@/i18n/experienceWords";
import { formatDateShort, formatPeriod } from "@/lib/days";
import { levelName } from "@/record/levels";

interface Days {
  started_on?: string | null;
  ended_on?: string | null;
}

/** “du 2 mars 2026 au 5 juin 2026”, “depuis le 2 mars 2026”; nothing while no day is said. */
export function periodOf(t: Translate, { started_on: start, ended_on: end }: Days): string {
  if (!start) return "";
  if (end) return formatPeriod(start, end);
  return t("experienceWord.since", { date: formatDateShort(start) });
}

/** “3 autonome”. */
export const shortLevel = (t: Translate, level: number): string =>
  `${level}\u00a0${levelName(t, level)}`;

/** “Maîtrise (3 autonome)”: a step, and its place on the common scale where it has one. */
export const stepWords = (t: Translate, name: string, level: number | null | undefined): string =>
  level ? t("experienceWord.step", { name, level: shortLevel(t, level) }) : name;
