import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/quizzes";
import { formatMoment } from "@/lib/format";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { RevisionLink } from "./links";
import type { Owner } from "./owner";
import classes from "./Quizzes.module.css";
import { revisionsQuery } from "./quizQueries";

interface Props {
  owner: Owner;
  quiz: string;
}

/** The revisions of a quiz, the newest first; what was published is read for ever. */
export function QuizRevisions({ owner, quiz }: Props) {
  const { t } = useTranslation();
  const query = useQuery(revisionsQuery(owner, quiz));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (query.isPending) {
    return <Skeleton height={80} role="img" aria-label={t("state.loading")} />;
  }
  if (query.data.length === 0) return <Text c="dimmed">{t("quizRevision.none")}</Text>;
  return (
    <ul className={classes.rows}>
      {query.data.map(({ number, title, published_at: at, published_by: name }) => (
        <li key={number}>
          {at ? (
            <RevisionLink owner={owner} quiz={quiz} number={number} className={classes.link ?? ""}>
              {t("quizRevision.name", { number, title })}
            </RevisionLink>
          ) : (
            <span>{t("quizRevision.draft", { number, title })}</span>
          )}
          <p className={`${classes.facts} ${classes.soft}`}>
            {at ? (
              <span>
                {name
                  ? t("quizRevision.publishedBy", { date: formatMoment(at), name })
                  : t("quizRevision.published", { date: formatMoment(at) })}
              </span>
            ) : (
              <span>{t("quizRevision.unpublished")}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
