import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/search";
import { Notice } from "@/ui/Notice";

interface Props {
  /** The code of the refusal. */
  code: string;
  /** Where an account that may not search yet goes next. */
  companyLink: ReactNode;
}

/** Says why an account may not search, and what comes next. */
export function NotAllowed({ code, companyLink }: Props) {
  const { t } = useTranslation();
  const known = code === "recruiter_not_verified";
  return (
    <Notice
      tone="warning"
      icon="shield"
      announce
      title={t(known ? "access.notVerified" : "access.recruiterRequired")}
      actions={companyLink}
    >
      {t(known ? "access.notVerifiedHelp" : "access.recruiterRequiredHelp")}
    </Notice>
  );
}
