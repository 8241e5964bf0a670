// Sentences in both languages, and the answer made of them.

export interface Said {
  fr: string;
  en: string;
}

/** What is told of a file that holds. */
export interface Verdict {
  isHeld: true;
  facts: Said[];
  checked: Said[];
  unchecked: Said[];
}

/** Why a file is refused; at least one reason. */
export interface Refusal {
  isHeld: false;
  faults: Said[];
}

export type Answer = Verdict | Refusal;

export const said = (fr: string, en: string): Said => ({ fr, en });

/** A day as each language writes it: “30 novembre 2026”, “30 November 2026”; anything else as it stands. */
export function dayIn(language: keyof Said, text: string): string {
  const day = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  if (Number.isNaN(day.getTime())) return text;
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return format.format(day).replace(language === "fr" ? /^1 / : /^$/, "1er ");
}

export const refused = (...faults: Said[]): Refusal => ({ isHeld: false, faults });

export const UNREADABLE = said(
  "Ce n’est pas un document de Carnet, ni un badge.",
  "This is neither a document of Carnet nor a badge.",
);
