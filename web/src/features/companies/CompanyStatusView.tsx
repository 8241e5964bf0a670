import { Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { Company, CompanyStatus } from "@/api/types";
import { useTranslation } from "@/i18n/companies";
import { formatDay } from "@/lib/format";
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
  /** How the company searches, shown once it may. */
  settings: ReactNode;
  /** The way to the colleagues. */
  membersLink: ReactNode;
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
export function CompanyStatusView(props: Props) {
  const { company, steps, searchLink, settings, membersLink } = props;
  const { t } = useTranslation();
  const { status, status_reason, confirm_members_before: before } = company;
  return (
    <Stack gap="lg">
      {before ? (
        <Notice
          tone="warning"
          title={t("company.confirmMembers", { date: formatDay(before) })}
          actions={membersLink}
        >
          {t("company.confirmMembersText")}
        </Notice>
      ) : null}
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
      {status === "granted" ? settings : null}
      <Leave company={company} leave={steps.leave} membersLink={membersLink} />
    </Stack>
  );
}

interface LeaveProps {
  company: Company;
  leave: CompanySteps["leave"];
  membersLink: ReactNode;
}

/** The way out; there is none from what the platform suspended, nor for whoever alone runs a company of several. */
function Leave({ company, leave, membersLink }: LeaveProps) {
  const { t } = useTranslation();
  if (company.leave_refusal === "last_admin") {
    return (
      <Notice title={t("company.held")} actions={membersLink}>
        {t("company.lastAdmin")}
      </Notice>
    );
  }
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
