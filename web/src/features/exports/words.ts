// What was chosen, in words.
import type { PassportChoice } from "@/api/types";
import type { Translate } from "@/i18n/exportWords";
import { formatDateShort } from "@/lib/days";

function daysOf(t: Translate, from: string | null, to: string | null): string | null {
  if (from && to) {
    return t("exportWord.between", { from: formatDateShort(from), to: formatDateShort(to) });
  }
  if (from) return t("exportWord.since", { date: formatDateShort(from) });
  return to ? t("exportWord.until", { date: formatDateShort(to) }) : null;
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
