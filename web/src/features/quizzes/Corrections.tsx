import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/quizResults";
import { formatMoment } from "@/lib/format";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { correctionsQuery, type Place } from "./placeQueries";
import classes from "./Quizzes.module.css";

/** The corrected keys that were applied to a quiz, the newest first. */
export function Corrections({ place }: { place: Place }) {
  const { t } = useTranslation();
  const query = useQuery(correctionsQuery(place));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={60} role="img" aria-label={t("state.loading")} />;
  }
  if (query.data.length === 0) return <Text c="dimmed">{t("correction.none")}</Text>;
  return (
    <ul className={classes.rows}>
      {query.data.map((one) => (
        <li key={one.id}>
          <strong>
            {t("correction.line", { from: one.from_number, to: one.to_number, count: one.changed })}
          </strong>
          <p style={{ margin: 0 }}>{one.reason}</p>
          <p className={`${classes.facts} ${classes.soft}`}>
            <span>{formatMoment(one.applied_at)}</span>
            {one.applied_by ? <span>{one.applied_by}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
