import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { ReviewQueue } from "@/features/experiences/review/ReviewQueue";
import type { QueueSearch } from "@/features/experiences/search";
import { useTranslation } from "@/i18n/experienceReviews";
import { PageTitle } from "@/ui/PageTitle";
import { ReviewNav } from "./ReviewNav";
import { useReviewers } from "./useReviewers";

const route = getRouteApi("/guarded/organisations/$organisation/experiences");

/** The experiences put before an organisation. */
export function ExperienceReviewsPage() {
  const { t } = useTranslation();
  const desk = useReviewers();
  const search: QueueSearch = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Stack gap="lg" maw={960} mx="auto">
      <div>
        <PageTitle title={t("reviewQueue.title")} lead={t("reviewQueue.lead")} />
      </div>
      <ReviewNav {...desk} />
      <ReviewQueue
        key={desk.id}
        organisation={desk.id}
        reviewers={desk.reviewers}
        search={search}
        onSearch={(chosen) => void navigate({ search: chosen, replace: true, resetScroll: false })}
      />
    </Stack>
  );
}
