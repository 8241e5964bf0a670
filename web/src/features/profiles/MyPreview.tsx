import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/visibility";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { HitCard } from "./HitCard";
import { myPreviewQuery } from "./preview";

/** What a recruiter sees, drawn by the card of the search itself from the search's own data. */
export function MyPreview() {
  const { t } = useTranslation();
  const preview = useQuery(myPreviewQuery);
  return (
    <section aria-labelledby="apercu">
      <Stack gap="sm">
        <div>
          <Title order={2} id="apercu">
            {t("preview.title")}
          </Title>
          <Text c="dimmed" mt={4}>
            {preview.data?.visible === false ? t("preview.hidden") : t("preview.lead")}
          </Text>
        </div>
        {preview.isError ? (
          <ProblemNotice error={preview.error} onRetry={() => preview.refetch()} />
        ) : preview.data ? (
          <HitCard hit={preview.data.hit} order={3} />
        ) : (
          <Skeleton height={160} radius="lg" role="img" aria-label={t("state.loading")} />
        )}
      </Stack>
    </section>
  );
}
