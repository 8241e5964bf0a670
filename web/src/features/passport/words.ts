// How levels are named beside what was found.
import type { Translate } from "@/i18n/passportWords";
import { levelName, spokenLevel } from "@/record/levels";

/** “Maîtrise (3 autonome)”: a step, and its place on the common scale where it has one; “niveau 3, autonome” without a step. */
export function stepName(t: Translate, name: string, level: number | null | undefined): string {
  if (!level) return name;
  if (name === "") return spokenLevel(t, level);
  const common = levelName(t, level);
  // On the common scale the step is that level.
  if (name.toLowerCase() === common.toLowerCase()) return name;
  return t("passportWord.level", { name, level: `${level}\u00a0${common}` });
}
