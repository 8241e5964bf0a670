import { NativeSelect, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Revision } from "@/api/types";
import { useTranslation } from "@/i18n/revisions";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { Changes } from "./Changes";
import classes from "./Comparison.module.css";
import { comparisonQuery } from "./queries";

export interface ComparisonChoice {
  from: number;
  to: number;
}

interface Props {
  organisation: string;
  training: string;
  /** Newest first. */
  revisions: Revision[];
  choice: ComparisonChoice | null;
  onChoice: (choice: ComparisonChoice) => void;
}

/** What changed from one revision to another; the two newest until others are chosen. */
export function Comparison({ organisation, training, revisions, choice, onChoice }: Props) {
  const { t } = useTranslation();
  const known = new Set(revisions.map(({ number }) => number));
  const newest = { from: revisions[1]?.number ?? 1, to: revisions[0]?.number ?? 1 };
  const asked = choice && known.has(choice.from) && known.has(choice.to) ? choice : newest;
  const comparison = useQuery(comparisonQuery(organisation, training, asked));
  const options = revisions.map(({ number, published_at: published }) => ({
    value: String(number),
    label: published ? t("revision.number", { number }) : t("revision.draft", { number }),
  }));
  const pick = (side: keyof ComparisonChoice) => (event: { currentTarget: { value: string } }) =>
    onChoice({ ...asked, [side]: Number(event.currentTarget.value) });
  return (
    <Stack>
      <div className={classes.choice}>
        <NativeSelect
          size="md"
          label={t("revision.from")}
          value={asked.from}
          data={options}
          onChange={pick("from")}
        />
        <NativeSelect
          size="md"
          label={t("revision.to")}
          value={asked.to}
          data={options}
          onChange={pick("to")}
        />
      </div>
      {comparison.isError ? (
        <ProblemNotice error={comparison.error} onRetry={() => comparison.refetch()} />
      ) : !comparison.data ? (
        <Skeleton height={80} role="img" aria-label={t("state.loading")} />
      ) : comparison.data.changes.length === 0 ? (
        <Text role="status">{t("revision.same")}</Text>
      ) : (
        <section aria-label={t("revision.changes", { from: asked.from, to: asked.to })}>
          <Changes changes={comparison.data.changes} />
        </section>
      )}
    </Stack>
  );
}
