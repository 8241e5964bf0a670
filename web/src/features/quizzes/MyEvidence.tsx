import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/myQuizzes";
import { formatDay } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { evidenceQuery, useEvidenceChanges } from "./invitedQueries";
import classes from "./Quizzes.module.css";

/** The results of companies' quizzes that stand in one's passport. */
export function MyEvidence() {
  const { t } = useTranslation();
  const query = useQuery(evidenceQuery);
  const { takeOut } = useEvidenceChanges();
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={60} role="img" aria-label={t("state.loading")} />;
  }
  if (query.data.length === 0) return <Text c="dimmed">{t("evidence.none")}</Text>;
  return (
    <ul className={classes.rows}>
      {query.data.map((one) => (
        <li key={one.id}>
          <div className={classes.head}>
            <div className={classes.main}>
              <strong>{one.skill_label}</strong>
              <p className={`${classes.facts} ${classes.soft}`}>
                <span>{t("quizWord.percent", { percent: one.percent })}</span>
                <span>{t("evidence.questions", { count: one.questions })}</span>
                <span>
                  {t("evidence.from", {
                    title: one.quiz_title,
                    company: one.company_name,
                    date: formatDay(one.taken_at),
                  })}
                </span>
              </p>
            </div>
            <ConfirmButton
              variant="subtle"
              size="compact-sm"
              label={t("evidence.takeOut")}
              aria-label={t("evidence.takeOutOf", { label: one.skill_label })}
              title={t("evidence.takeOutTitle")}
              confirm={t("evidence.takeOut")}
              action={() => takeOut(one)}
            >
              {t("evidence.takeOutText")}
            </ConfirmButton>
          </div>
        </li>
      ))}
    </ul>
  );
}
