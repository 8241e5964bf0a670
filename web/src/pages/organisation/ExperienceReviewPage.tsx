import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import { SkillPickerLater } from "@/features/catalog";
import { reviewQuery } from "@/features/experiences/review/queries";
import { ReviewDesk } from "@/features/experiences/review/ReviewDesk";
import { ReviewProofs } from "@/features/experiences/review/ReviewProofs";
import { ReviewSaid } from "@/features/experiences/review/ReviewSaid";
import { useTranslation } from "@/i18n/experienceReviews";
import { fullName } from "@/lib/names";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useReviewers } from "./useReviewers";

/** One experience put before an organisation: what its person says, what they show, and what is made of it. */
export function ExperienceReviewPage() {
  const { t } = useTranslation();
  const { submission = "" } = useParams({ strict: false });
  const { id, reviewers, writes } = useReviewers();
  const query = useQuery(reviewQuery(id, submission));
  const review = query.data;
  const back = (
    <BackLink to={paths.reviews} params={{ organisation: id }}>
      {t("experienceReview.back")}
    </BackLink>
  );
  if (!review) {
    return (
      <Stack gap="lg" maw={860} mx="auto">
        <div>
          <PageTitle title={t("experienceReview.pageTitle")} />
        </div>
        {query.isError && asProblem(query.error).status === 404 ? (
          <Notice tone="error" title={t("experienceReview.gone")} actions={back}>
            {t("experienceReview.goneHelp")}
          </Notice>
        ) : query.isError ? (
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton height={360} radius="lg" role="img" aria-label={t("state.loading")} />
        )}
      </Stack>
    );
  }
  const name = fullName(review);
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        {back}
        <PageTitle title={review.title} lead={t("experienceReview.of", { name })} />
      </div>
      <ReviewSaid review={review} />
      <ReviewProofs organisation={id} review={review} />
      <ReviewDesk
        key={review.id}
        organisation={id}
        review={review}
        reviewers={reviewers}
        writes={writes}
        skillPicker={(taken, onPick) => (
          <SkillPickerLater
            label={t("experienceReview.addSkill")}
            placeholder={t("experienceReview.addSkillPlaceholder")}
            taken={taken}
            takenHint={t("experienceReview.taken")}
            onPick={onPick}
          />
        )}
      />
    </Stack>
  );
}
