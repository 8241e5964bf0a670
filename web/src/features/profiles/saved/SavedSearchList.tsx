import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { asProblem } from "@/api/problem";
import type { SavedSearch } from "@/api/types";
import { useTranslation } from "@/i18n/saved";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { savedSearchesQuery } from "./queries";
import classes from "./Saved.module.css";
import { SavedSearchCard } from "./SavedSearchCard";

interface Props {
  openLink: (saved: SavedSearch, label: string, spoken: string) => ReactNode;
  newLink: (saved: SavedSearch, label: string) => ReactNode;
  sharing: (saved: SavedSearch, onGone: () => void) => ReactNode;
  /** Leads to the search, for those who have saved nothing yet. */
  searchLink: ReactNode;
  /** What an account is told that may not search. */
  refused: (code: string) => ReactNode;
}

/** The searches a recruiter keeps. */
export function SavedSearchList({ searchLink, refused, ...links }: Props) {
  const { t } = useTranslation();
  const list = useQuery(savedSearchesQuery);
  const top = useRef<HTMLDivElement>(null);
  if (list.isError) {
    const problem = asProblem(list.error);
    if (problem.status === 403) return refused(problem.code);
    return <ProblemNotice error={problem} onRetry={() => list.refetch()} />;
  }
  if (list.isPending) {
    return (
      <Stack gap="sm">
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} height={120} radius="lg" role="img" aria-label={t("state.loading")} />
        ))}
      </Stack>
    );
  }
  return (
    <div ref={top} tabIndex={-1} className={classes.list}>
      {list.data.length === 0 ? (
        <Notice icon="search" title={t("saved.none")} actions={searchLink}>
          {t("saved.noneHelp")}
        </Notice>
      ) : (
        <ul className={classes.cards} aria-label={t("saved.list")}>
          {list.data.map((saved) => (
            <li key={saved.id}>
              <SavedSearchCard
                saved={saved}
                {...links}
                onRemoved={() => setTimeout(() => top.current?.focus())}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
