import { Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/sync";
import { formatMoment, formatNumber } from "@/lib/format";
import { AlignmentTable } from "@/record/AlignmentTable";
import { shareOf, total } from "@/record/alignment";
import { Disclosure } from "@/ui/Disclosure";
import { Facts } from "@/ui/Facts";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { effectQuery } from "./queries";
import { TouchedGrids } from "./TouchedGrids";

/** What a release means for trainings, grids, saved searches and people: how much is aligned, how much waits. */
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
  const { linked, present, undecided, notices, grids, alignment, measured_at: measured } = data;
  const told = data.people_told;
  // What was applied before anything was measured knows trainings and own skills alone.
  const whole = alignment.length > 0 ? total(alignment) : data;
  return (
    <Stack gap="sm">
      <Text fw={600}>
        {whole.linked === 0
          ? t("effect.unlinked")
          : t("effect.aligned", {
              share: shareOf(whole),
              release: release ?? t("imports.unknown"),
              count: undecided,
            })}
      </Text>
      {measured && alignment.length > 0 ? (
        <AlignmentTable
          caption={t("effect.measured", { date: formatMoment(measured) })}
          items={alignment}
        />
      ) : null}
      <Facts
        facts={[
          [t("effect.linked"), t("effect.linkedOf", { present, linked })],
          [t("effect.trainings"), formatNumber(data.trainings)],
          [t("effect.undecided"), t("effect.undecidedOf", { undecided, notices })],
          [t("effect.ownSkills"), formatNumber(data.own_skills)],
          [t("effect.grids"), formatNumber(grids)],
          [
            t("effect.savedSearches"),
            t("effect.savedTold", {
              searches: formatNumber(data.saved_searches),
              count: data.recruiters_told,
            }),
          ],
          [
            t("effect.people"),
            told != null
              ? t("effect.peopleTold", { people: formatNumber(data.people), count: told })
              : data.people > 0
                ? t("effect.peopleUntold", { people: formatNumber(data.people) })
                : formatNumber(0),
          ],
        ]}
      />
      {grids > 0 ? (
        <Disclosure label={t("effect.gridsShow")}>
          <TouchedGrids id={id} name={t("effect.gridsOf", { release: release ?? "" })} />
        </Disclosure>
      ) : null}
    </Stack>
  );
}
