import { Text } from "@mantine/core";
import type { ApiProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/search";
import { ProblemNotice } from "@/ui/ProblemNotice";

export const QUOTAS: readonly string[] = ["search_quota_reached", "result_quota_reached"];

/** Searches and the people they show are limited by the hour: why, until when, and what becomes of what was typed. */
export function QuotaNotice({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div>
      <ProblemNotice
        error={problem}
        title={t("quota.title")}
        messages={[t("quota.text")]}
        onRetry={onRetry}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {t("quota.help")} {t("quota.insist")}
      </Text>
    </div>
  );
}
