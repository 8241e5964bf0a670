import { Button, Group, Skeleton } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n";
import { ProblemNotice } from "./ProblemNotice";

interface Props<T> {
  list: UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>;
  /** Height of what stands in its place until it is there, in pixels. */
  height: number;
  /** Stands in the place of an empty list. */
  none: ReactNode;
  /** Draws what there is; `busy` while it answers what was asked before. */
  children: (items: T[], busy: boolean) => ReactNode;
}

/** A list that comes page after page: loading, failing, empty, or what there is of it and the way to the rest. */
export function PagedList<T>({ list, height, none, children }: Props<T>) {
  const { t } = useTranslation();
  if (!list.data) {
    return list.isError ? (
      <ProblemNotice error={list.error} onRetry={() => list.refetch()} />
    ) : (
      <Skeleton height={height} radius="lg" role="img" aria-label={t("state.loading")} />
    );
  }
  const items = list.data.pages.flatMap((page) => page.items);
  const next = list.isFetchNextPageError;
  return (
    <>
      {items.length === 0 ? none : children(items, list.isPlaceholderData)}
      {list.isError ? (
        // What was read stays in sight; what failed is tried again.
        <ProblemNotice
          error={list.error}
          onRetry={() => (next ? list.fetchNextPage() : list.refetch())}
        />
      ) : null}
      {list.hasNextPage && !next ? (
        <Group>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => list.fetchNextPage()}
          >
            {t("action.more")}
          </Button>
        </Group>
      ) : null}
    </>
  );
}
