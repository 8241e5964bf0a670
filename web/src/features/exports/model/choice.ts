// What of a passport is chosen, as a form holds it and as it is sent.
import type { PassportAudience, PassportChoice, PassportFormat } from "@/api/types";

export interface ChoiceValues {
  /** All of it, or the skills and days that follow. */
  part: "whole" | "chosen";
  skills: string[];
  from: string;
  to: string;
  withProofs: boolean;
  withContact: boolean;
  audience: PassportAudience;
}

export const AUDIENCES: readonly PassportAudience[] = [
  "holder",
  "recruiter",
  "organisation",
  "administration",
];

export const wholeFor = (audience: PassportAudience): ChoiceValues => ({
  part: "whole",
  skills: [],
  from: "",
  to: "",
  withProofs: false,
  withContact: false,
  audience,
});

/** Only a ZIP takes the files of proofs along. */
export const takesProofs = (format: PassportFormat): boolean => format === "zip";

export function contentOf(values: ChoiceValues, proofs = true): PassportChoice {
  const chosen = values.part === "chosen";
  return {
    skills: chosen && values.skills.length > 0 ? values.skills : null,
    from: (chosen && values.from) || null,
    to: (chosen && values.to) || null,
    with_proofs: proofs && values.withProofs,
    with_contact: values.withContact,
    audience: values.audience,
  };
}

export type ChoiceFault = "nothing" | "beforeStart";

/** What is wrong with a choice, by the field it is told at. */
export function faultsOf(values: ChoiceValues): Record<string, ChoiceFault> {
  const faults: Record<string, ChoiceFault> = {};
  if (values.part === "whole") return faults;
  const { skills, from, to } = values;
  if (skills.length === 0 && !from && !to) faults.skills = "nothing";
  if (from && to && to < from) faults.to = "beforeStart";
  return faults;
}

/** Where a fault of the server's is told: `content.skills.3` → `skills`. */
export const placeOf = (field: string): string =>
  field.replace(/^content\./, "").replace(/^skills\..*$/, "skills");
