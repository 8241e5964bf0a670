// What was chosen, in words.
import type { PassportChoice } from "@/api/types";
import type { Translate } from "@/i18n/exportWords";
import { formatDateShort, formatPeriod } from "@/lib/days";
import { levelName } from "@/record/levels";

function daysOf(t: Translate, from: string | null, to: string | null): string | null {
  if (from && to) {
    return t("exportWord.between", { from: formatDateShort(from), to: formatDateShort(to) });
  }
  if (from) return t("exportWord.since", { date: formatDateShort(from) });
  return to ? t("exportWord.until", { date: formatDateShort(to) }) : null;
}

/** “du 2 mars 2026 au 5 juin 2026”, “depuis le 2 mars 2026”. */
export const periodOf = (t: Translate, start: string, end: string | null): string =>
  end ? formatPeriod(start, end) : t("exportWord.since", { date: formatDateShort(start) });

/** “Maîtrise (3 autonome)”: a step, and its place on the common scale where that is another word. */
export function stepName(t: Translate, name: string, level: number | null | undefined): string {
  if (!level) return name;
  const common = levelName(t, level);
  return name.toLowerCase() === common.toLowerCase() ? name : `${name} (${level}\u00a0${common})`;
}

/** “3 compétences · depuis le 2 mars 2026 · avec les pièces · pour un recruteur”. */
export function choiceWords(t: Translate, choice: PassportChoice): string[] {
  const { skills, from, to, audience } = choice;
  const days = daysOf(t, from ?? null, to ?? null);
  return [
    skills
      ? t("count.skills", { count: skills.length })
      : t(days ? "exportWord.allSkills" : "exportWord.whole"),
    days,
    t(choice.with_proofs ? "exportWord.withProofs" : "exportWord.withoutProofs"),
    t(choice.with_contact ? "exportWord.withContact" : "exportWord.withoutContact"),
    audience ? t(`exportWord.audience.${audience}`) : null,
  ].filter((part) => part !== null);
}
