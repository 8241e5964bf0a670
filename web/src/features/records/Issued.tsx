import type { CertificatesIssued, SessionTotals } from "@/api/types";
import { useTranslation } from "@/i18n/certificates";
import { fullName } from "@/lib/names";
import { Notice } from "@/ui/Notice";

interface Props {
  answer: CertificatesIssued;
  people: SessionTotals["trainees"];
}

/** What came of issuing: how many there are, and for whom none was, with what prevents it. */
export function Issued({ answer: { issued, skipped }, people }: Props) {
  const { t } = useTranslation();
  const nameOf = (id: string): string => {
    const person = people.find(({ enrolment_id: one }) => one === id);
    return person ? fullName(person) : t("certify.unknownPerson");
  };
  const reasons = [...new Set(skipped.map(({ message }) => message))];
  return (
    <>
      {issued.length > 0 ? (
        <Notice tone="success" announce title={t("certify.issued", { count: issued.length })}>
          {t("certify.issuedHelp")}
        </Notice>
      ) : null}
      {skipped.length > 0 ? (
        <Notice
          tone="warning"
          icon="alert"
          announce
          title={t("certify.skipped", { count: skipped.length })}
        >
          <ul style={{ margin: 0, paddingInlineStart: "1.1rem" }}>
            {reasons.map((reason) => (
              <li key={reason}>
                {t("certify.because", {
                  reason,
                  names: skipped
                    .filter(({ message }) => message === reason)
                    .map(({ enrolment_id: id }) => nameOf(id))
                    .join(", "),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {issued.length + skipped.length === 0 ? (
        <Notice announce title={t("certify.nobody")} />
      ) : null}
    </>
  );
}
