// The identity of an organisation: what its form holds, what is sent, and what is said of each answer.
import type { ActionKind, IdentityBody, OrganisationIdentity } from "@/api/types";
import { compact, formatNda, formatSiret } from "@/lib/siret";

/** The kinds of action, in the order of the law. */
export const ACTION_KINDS = [
  "training",
  "skills_assessment",
  "experience_validation",
  "apprenticeship",
] as const satisfies readonly ActionKind[];

type Validity = Record<`${ActionKind}_from` | `${ActionKind}_until`, string>;

export interface IdentityValues extends Record<string, unknown>, Validity {
  legal_name: string;
  siret: string;
  nda: string;
  claims_qualiopi: boolean;
}

const NO_DAYS: Validity = {
  training_from: "",
  training_until: "",
  skills_assessment_from: "",
  skills_assessment_until: "",
  experience_validation_from: "",
  experience_validation_until: "",
  apprenticeship_from: "",
  apprenticeship_until: "",
};

export const valuesOf = (identity: OrganisationIdentity): IdentityValues => {
  const days = { ...NO_DAYS };
  for (const { category, valid_from, valid_until } of identity.qualiopi_certificates) {
    days[`${category}_from`] = valid_from;
    days[`${category}_until`] = valid_until;
  }
  return {
    legal_name: identity.legal_name ?? "",
    siret: identity.siret ? formatSiret(identity.siret) : "",
    nda: identity.nda ? formatNda(identity.nda) : "",
    claims_qualiopi: identity.claims_qualiopi,
    ...days,
  };
};

/** What is blank is withdrawn; without the certification no kind of action is certified. */
export const bodyOf = (values: IdentityValues): IdentityBody => ({
  legal_name: values.legal_name.trim() || null,
  siret: compact(values.siret) || null,
  nda: compact(values.nda) || null,
  claims_qualiopi: values.claims_qualiopi,
  qualiopi_certificates: ACTION_KINDS.map((category) => ({
    category,
    valid_from: values[`${category}_from`],
    valid_until: values[`${category}_until`],
  })).filter(({ valid_from, valid_until }) => values.claims_qualiopi && valid_from && valid_until),
});

/** What is wrong with the days of a certificate: one of them is missing, or it ends before it begins. */
export function validityFault(from: string, until: string): "missing" | "reversed" | null {
  if (Boolean(from) !== Boolean(until)) return "missing";
  return until < from ? "reversed" : null;
}

/** Whether the first answer of the registers is on its way: it comes by itself. */
export const isAwaited = ({ register }: OrganisationIdentity): boolean =>
  register?.checked_at == null && register?.is_silent === false;
