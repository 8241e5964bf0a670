import { Stack } from "@mantine/core";
import { ProposalForm } from "@/features/experiences/proposals/ProposalForm";
import { useTranslation } from "@/i18n/experienceProposals";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { ReviewNav } from "./ReviewNav";
import { useReviewers } from "./useReviewers";

/** Writes experiences down for trainees, who accept them or not. */
export function ExperienceProposalsPage() {
  const { t } = useTranslation();
  const desk = useReviewers();
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("proposal.title")} lead={t("proposal.lead")} />
      </div>
      <ReviewNav {...desk} />
      {desk.writes ? (
        <ProposalForm key={desk.id} organisation={desk.id} />
      ) : (
        <Notice title={t("proposal.suspended")} />
      )}
    </Stack>
  );
}
