import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { myCompanyQuery } from "@/features/companies";
import { ConfirmMembers, Invitations, MemberList } from "@/features/members";
import { useTranslation } from "@/i18n/members";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { AccessRefused } from "./AccessRefused";
import { CompanyNav } from "./CompanyNav";

/** Those who recruit for one's company; its admins invite, confirm and remove them. */
export function MembersPage() {
  const { t } = useTranslation();
  const { data: company, isError, error, refetch } = useQuery(myCompanyQuery);
  const runs = company?.role === "admin";
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("colleagues.page")} lead={t("colleagues.lead")} />
      </div>
      {isError ? (
        <ProblemNotice error={error} onRetry={() => refetch()} />
      ) : company === undefined ? (
        <Skeleton height={220} radius="lg" role="img" aria-label={t("state.loading")} />
      ) : company?.status !== "granted" ? (
        <AccessRefused code={company ? "recruiter_not_verified" : "recruiter_required"} />
      ) : (
        <>
          <CompanyNav />
          {runs && company.confirm_members_before ? (
            <ConfirmMembers before={company.confirm_members_before} />
          ) : null}
          <MemberList runs={runs} />
          {runs ? <Invitations /> : null}
          {runs && !company.confirm_members_before ? <ConfirmMembers before={null} /> : null}
        </>
      )}
    </Stack>
  );
}
