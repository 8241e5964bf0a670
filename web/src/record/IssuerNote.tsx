import type { Issuer } from "@/api/types";
import { useTranslation } from "@/i18n";
import { StateTag } from "@/ui/StateTag";
import classes from "./IssuerNote.module.css";
import { signatureOf } from "./issuer";

interface Props {
  issuer: Issuer;
  /** The name is not said beside it. */
  named?: boolean;
}

/** How an organisation signs: its numbers, what the public register confirms of them, and since when. */
export function IssuerNote({ issuer, named }: Props) {
  const { t } = useTranslation();
  const { legalName, lines, certified, certifiedFor, checked } = signatureOf(t, issuer);
  if (!named && !legalName && lines.length === 0 && !certified) return null;
  return (
    <div className={classes.note}>
      {named ? <strong className={classes.name}>{issuer.name}</strong> : null}
      {legalName ? <span>{legalName}</span> : null}
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {named && lines.length === 0 ? <span>{t("issuer.none")}</span> : null}
      {certified ? (
        <span>
          <StateTag tone="success">{t("issuer.qualiopi.confirmed")}</StateTag>
        </span>
      ) : null}
      {certifiedFor ? <span>{certifiedFor}</span> : null}
      {checked ? <span>{checked}</span> : null}
    </div>
  );
}
