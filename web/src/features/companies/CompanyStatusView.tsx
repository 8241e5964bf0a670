import { Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { Company, CompanyStatus } from "@/api/types";
import { useTranslation } from "@/i18n/companies";
import { ConfirmButton } from "@/ui/ConfirmButton";
import type { IconName } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { CompanyCard } from "./CompanyCard";
import { EmailProof } from "./EmailProof";
import type { CompanySteps } from "./queries";
import { ReviewRequest } from "./ReviewRequest";

interface Props {
  company: Company;
  steps: CompanySteps;
  /** The way to the search, shown once it is open. */
  searchLink: ReactNode;
}

interface Look {
  tone: "info" | "success" | "warning" | "error";
  icon: IconName;
}

const LOOKS: Record<CompanyStatus, Look> = {
  pending_register: { tone: "warning", icon: "clock" },
  awaiting_proof: { tone: "info", icon: "mail" },
  awaiting_review: { tone: "warning", icon: "clock" },
  granted: { tone: "success", icon: "check" },
  refused: { tone: "error", icon: "ban" },
  suspended: { tone: "error", icon: "ban" },
};

/** Where the verification stands, in plain words, and what to do next. */
export function CompanyStatusView({ company, steps, searchLink }: Props) {
  const { t } = useTranslation();
  const { status, status_reason } = company;
  return (
    <Stack gap="lg">
      <Notice
        {...LOOKS[status]}
        title={t(`company.status.${status}.title`)}
        actions={
          status === "granted" ? (
            searchLink
          ) : status === "refused" ? (
            <ConfirmButton
              label={t("company.askAnew")}
              title={t("company.askAnewTitle")}
              confirm={t("company.askAnewConfirm")}
              size="sm"
              action={() => steps.askAnew(company.siret)}
            >
              {t("company.askAnewText")}
            </ConfirmButton>
          ) : null
        }
      >
        <p style={{ margin: 0 }}>{t(`company.status.${status}.next`)}</p>
        {status_reason ? (
          <p style={{ margin: "0.5rem 0 0" }}>
            <strong>{t("reason.given")}</strong> {status_reason}
          </p>
        ) : null}
      </Notice>
      <CompanyCard company={company} />
      {status === "awaiting_proof" ? (
        <>
          <EmailProof steps={steps} hinted={company.accepted_domains_hint} />
          <ReviewRequest request={steps.requestReview} />
        </>
      ) : null}
      <Leave company={company} leave={steps.leave} />
    </Stack>
  );
}

interface LeaveProps {
  company: Company;
  leave: CompanySteps["leave"];
}

/** The way out; there is none from what the platform suspended. */
function Leave({ company, leave }: LeaveProps) {
  const { t } = useTranslation();
  if (!company.may_leave) {
    return <Notice title={t("company.held")}>{t("company.heldText")}</Notice>;
  }
  return (
    <Group>
      <ConfirmButton
        label={t("company.leave")}
        title={t("company.leaveTitle")}
        confirm={t("company.leaveConfirm")}
        variant="default"
        danger
        action={leave}
      >
        {t(company.status === "suspended" ? "company.leaveClosed" : "company.leaveText")}
      </ConfirmButton>
    </Group>
  );
}
