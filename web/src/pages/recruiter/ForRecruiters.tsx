import { Stack } from "@mantine/core";
import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/companyQuizzes";
import { useStanding } from "@/shell/standing";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { CompanyLink } from "./AccessRefused";

/** The quizzes of companies are for their granted recruiters; everybody else is told what is missing. */
export function ForRecruiters() {
  const { t } = useTranslation();
  const company = useStanding()?.company;
  if (company?.status === "granted") return <Outlet />;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <PageTitle title={t("companyQuiz.title")} />
      <Notice
        tone="warning"
        icon="shield"
        title={t(company ? "companyQuiz.notVerified" : "companyQuiz.recruiterRequired")}
        actions={<CompanyLink />}
      >
        {t(company ? "companyQuiz.notVerifiedHelp" : "companyQuiz.recruiterRequiredHelp")}
      </Notice>
    </Stack>
  );
}
