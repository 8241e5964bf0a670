import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { CatalogAlignment } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n/notices";
import { formatMoment } from "@/lib/format";
import { AlignmentTable } from "@/record/AlignmentTable";
import { shareOf } from "@/record/alignment";
import { Disclosure } from "@/ui/Disclosure";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { alignmentsQuery } from "./queries";

/** The proof that what the organisation names of the catalogue exists in the release in place, and in those before. */
export function AlignmentProof({ organisation }: { organisation: string }) {
  const { t } = useTranslation();
  const alignments = useQuery(alignmentsQuery(organisation));
  const { data } = alignments;
  if (!data) {
    return alignments.isError ? (
      <ProblemNotice error={alignments.error} onRetry={() => alignments.refetch()} />
    ) : (
      <Skeleton height={90} radius="lg" role="img" aria-label={t("state.loading")} />
    );
  }
  const [newest, ...older] = data;
  return (
    <Panel labelledBy="alignement">
      <Stack gap="sm">
        <Title order={2} id="alignement">
          {t("alignment.title")}
        </Title>
        {newest ? (
          <>
            <Text>{sentence(t, newest)}</Text>
            {newest.linked > 0 ? (
              <Disclosure label={t("alignment.kinds")}>
                <AlignmentTable
                  caption={t("alignment.measured", { date: formatMoment(newest.measured_at) })}
                  items={newest.items}
                />
              </Disclosure>
            ) : null}
          </>
        ) : (
          <Text>{t("alignment.none")}</Text>
        )}
        {older.length > 0 ? (
          <Disclosure label={t("alignment.older")}>
            <Stack gap="xs" component="ul" m={0} pl="lg">
              {older.map((alignment) => (
                <li key={alignment.measured_at}>{sentence(t, alignment)}</li>
              ))}
            </Stack>
          </Disclosure>
        ) : null}
      </Stack>
    </Panel>
  );
}

function sentence(t: Translate, alignment: CatalogAlignment): string {
  const { release, linked, to_decide: waiting } = alignment;
  if (linked === 0) return t("alignment.nothing", { release });
  return t("alignment.said", { share: shareOf(alignment), release, count: waiting });
}
