import { useTranslation } from "@/i18n/sentOffers";
import { Notice } from "@/ui/Notice";
import { CompanyLink } from "./AccessRefused";

/** Says why an account may not write offers, and what comes next. */
export function OffersRefused({ code }: { code: string }) {
  const { t } = useTranslation();
  const known = code === "recruiter_not_verified";
  return (
    <Notice
      tone="warning"
      icon="shield"
      announce
      title={t(known ? "offerAccess.notVerified" : "offerAccess.recruiterRequired")}
      actions={<CompanyLink />}
    >
      {t(known ? "offerAccess.notVerifiedHelp" : "offerAccess.recruiterRequiredHelp")}
    </Notice>
  );
}
