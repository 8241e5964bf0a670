// How an organisation signs what it issues, in words: what it says, and which of it the public register confirms.

import type { Issuer } from "@/api/types";
import type { Translate } from "@/i18n";
import { formatDay, formatList } from "@/lib/format";
import { formatNda, formatSiret } from "@/lib/siret";

export interface Signature {
  /** The legal name, where it is not the name people know. */
  legalName: string | null;
  /** What is said of its numbers, and of a certification that is not confirmed. */
  lines: string[];
  /** Whether the certification may be shown as such. */
  certified: boolean;
  /** The kinds of action the certification holds for; nothing where none is known. */
  certifiedFor: string | null;
  /** When the register told; nothing where nothing depends on it. */
  checked: string | null;
}

/** What cannot be told is told as unverified, never as confirmed. */
export function signatureOf(t: Translate, issuer: Issuer): Signature {
  const { name, legal_name: legal, siret, nda, qualiopi, checked_at: at } = issuer;
  const lines: string[] = [];
  if (siret) {
    const check = issuer.siret_check ?? "unverified";
    lines.push(t(`issuer.siret.${check}`, { siret: formatSiret(siret) }));
  }
  if (nda) {
    const check = issuer.nda_check ?? "unverified";
    lines.push(t(`issuer.nda.${check}`, { nda: formatNda(nda) }));
  }
  const certified = qualiopi === "confirmed";
  const kinds = issuer.qualiopi_categories;
  if (qualiopi && !certified) lines.push(t(`issuer.qualiopi.${qualiopi}`));
  const checks = [issuer.siret_check, issuer.nda_check, qualiopi];
  const told = checks.some((check) => check === "confirmed" || check === "contradicted");
  return {
    legalName: legal && legal !== name ? legal : null,
    lines,
    certified,
    certifiedFor:
      certified && kinds.length > 0
        ? t("issuer.certifiedFor", {
            kinds: formatList(kinds.map((kind) => t(`actionKind.${kind}`))),
          })
        : null,
    checked: at && told ? t("issuer.checkedAt", { date: formatDay(at) }) : null,
  };
}
