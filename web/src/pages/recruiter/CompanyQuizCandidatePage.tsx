import { Title } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { CandidateDetails } from "@/features/quizzes/CandidateDetails";
import { useTranslation } from "@/i18n/companyQuizzes";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { CompanyQuizFrame } from "./CompanyQuizFrame";

/** What one candidate answered. */
export function CompanyQuizCandidatePage() {
  const { t } = useTranslation();
  const { invitation = "" } = useParams({ strict: false });
  return (
    <CompanyQuizFrame part={t("companyQuiz.candidate")}>
      {({ id: quiz }) => (
        <CandidateDetails
          quiz={quiz}
          invitation={invitation}
          head={(name) => (
            <div>
              <BackLink to={paths.companyQuizResults} params={{ quiz }}>
                {t("companyQuiz.toResults")}
              </BackLink>
              <Title order={2}>{name ?? t("companyQuiz.candidate")}</Title>
            </div>
          )}
        />
      )}
    </CompanyQuizFrame>
  );
}
