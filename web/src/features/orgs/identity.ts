// The identity of an organisation: what its form holds, what is sent, and what is said of each answer.
import type { IdentityBody, OrganisationIdentity } from "@/api/types";
import { compact, formatNda, formatSiret } from "@/lib/siret";

export interface IdentityValues extends Record<string, unknown> {
  legal_name: string;
  siret: string;
  nda: string;
  claims_qualiopi: boolean;
}

export const valuesOf = (identity: OrganisationIdentity): IdentityValues => ({
  legal_name: identity.legal_name ?? "",
  siret: identity.siret ? formatSiret(identity.siret) : "",
  nda: identity.nda ? formatNda(identity.nda) : "",
  claims_qualiopi: identity.claims_qualiopi,
});

/** What is blank is withdrawn. */
export const bodyOf = (values: IdentityValues): IdentityBody => ({
  legal_name: values.legal_name.trim() || null,
  siret: compact(values.siret) || null,
  nda: compact(values.nda) || null,
  claims_qualiopi: values.claims_qualiopi,
});

/** Whether the first answer of the registers is on its way: it comes by itself. */
export const isAwaited = ({ register }: OrganisationIdentity): boolean =>
  register?.checked_at == null && register?.is_silent === false;
