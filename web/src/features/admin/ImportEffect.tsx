import { Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/sync";
import { formatNumber } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { effectQuery } from "./queries";
import { shareOf } from "./sync";

/** What a release means for trainings, own skills and people: how much is aligned, how much waits. */
export function ImportEffect({ id, release }: { id: string; release: number | null }) {
  const { t } = useTranslation();
  const effect = useQuery(effectQuery(id));
  const { data } = effect;
  if (!data) {
    return effect.isError ? (
      <ProblemNotice error={effect.error} onRetry={() => effect.refetch()} />
    ) : (
      <Skeleton height={90} role="img" aria-label={t("state.loading")} />
    );
  }
  if (!data.reviewed) return <Text role="status">{t("effect.pending")}</Text>;
  const { linked, present, undecided, notices } = data;
  return (
    <Stack gap="sm">
      <Text fw={600}>
        {linked === 0
          ? t("effect.unlinked")
          : t("effect.aligned", {
              share: shareOf(data),
              release: release ?? t("imports.unknown"),
              count: undecided,
            })}
      </Text>
      <Facts
        facts={[
          [t("effect.linked"), t("effect.linkedOf", { present, linked })],
          [t("effect.trainings"), formatNumber(data.trainings)],
          [t("effect.undecided"), t("effect.undecidedOf", { undecided, notices })],
          [t("effect.ownSkills"), formatNumber(data.own_skills)],
          [t("effect.people"), formatNumber(data.people)],
        ]}
      />
    </Stack>
  );
}
