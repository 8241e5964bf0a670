import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { useTranslation } from "@/i18n/sharedPassport";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { SharedView } from "./SharedView";

/** A passport that somebody shares with a company for an offer, as it is now. */
export function CompanyPassport({ share }: { share: string }) {
  const { t } = useTranslation();
  const passport = useQuery({
    queryKey: ["shares", "passport", share],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/shares/{id}/passport", { params: { path: { id: share } }, signal })),
    // What was taken back meanwhile is shown no more.
    staleTime: 0,
    gcTime: 0,
  });
  if (passport.data) return <SharedView shown={passport.data} />;
  if (passport.isError) {
    return <ProblemNotice error={passport.error} onRetry={() => void passport.refetch()} />;
  }
  return <Skeleton height={240} radius="lg" role="img" aria-label={t("state.loading")} />;
}
