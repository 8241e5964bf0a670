import { Button, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import {
  CompanyStatusView,
  myCompanyQuery,
  SiretForm,
  useCompanySteps,
} from "@/features/companies";
import { SearchSettingsPanel } from "@/features/members";
import { useTranslation } from "@/i18n/companies";
import { paths } from "@/lib/paths";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { CompanyNav } from "./CompanyNav";
import { MembersLink } from "./MembersLink";

/** The recruiter's company: first its SIRET, then where its verification stands. */
export function CompanyPage() {
  const { t } = useTranslation();
  const company = useQuery(myCompanyQuery);
  const steps = useCompanySteps();
  return (
    <Stack gap="lg" maw={760} mx="auto">
      <div>
        <PageTitle
          title={t("company.title")}
          lead={company.data === null ? t("company.lead") : undefined}
        />
      </div>
      {company.data?.status === "granted" ? <CompanyNav /> : null}
      {company.isError ? (
        <ProblemNotice error={company.error} onRetry={() => company.refetch()} />
      ) : company.data === undefined ? (
        <Skeleton height={220} radius="lg" role="img" aria-label={t("state.loading")} />
      ) : company.data === null ? (
        <Panel>
          <SiretForm create={steps.create} />
        </Panel>
      ) : (
        <CompanyStatusView
          company={company.data}
          steps={steps}
          settings={<SearchSettingsPanel runs={company.data.role === "admin"} />}
          membersLink={<MembersLink />}
          searchLink={
            <Button component={Link} to={paths.search}>
              {t("company.toSearch")}
            </Button>
          }
        />
      )}
    </Stack>
  );
}
