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

export const refused = (...faults: Said[]): Refusal => ({ isHeld: false, faults });

export const UNREADABLE = said(
  "Ce n’est pas un document de Carnet, ni un badge.",
  "This is neither a document of Carnet nor a badge.",
);
