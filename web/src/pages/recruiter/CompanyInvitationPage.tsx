import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { JoinCompany } from "@/features/members";
import { useTranslation } from "@/i18n/members";
import { paths } from "@/lib/paths";
import { useStanding } from "@/shell/standing";
import { ButtonLink } from "@/ui/ButtonLink";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";

const route = getRouteApi("/guarded/invitation-entreprise");

/** Where the mail of a company leads. */
export function CompanyInvitationPage() {
  const { t } = useTranslation();
  const { token = "" } = route.useSearch();
  const email = useStanding()?.me.email ?? "";
  return (
    <Stack gap="lg" maw={620} mx="auto">
      <div>
        <PageTitle title={t("joinCompany.title")} lead={t("joinCompany.lead")} />
      </div>
      {token === "" ? (
        <Notice tone="error" title={t("joinCompany.noToken")} />
      ) : (
        <JoinCompany
          token={token}
          email={email}
          searchLink={<ButtonLink to={paths.search}>{t("joinCompany.toSearch")}</ButtonLink>}
          companyLink={<ButtonLink to={paths.company}>{t("joinCompany.toCompany")}</ButtonLink>}
        />
      )}
    </Stack>
  );
}
