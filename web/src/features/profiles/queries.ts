// The search as the page reads it: one page of hits, and the counts of the whole search.
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, unwrap } from "@/api/client";
import type { SearchRequest } from "@/api/types";
import { firstPageBody, laterPageBody, searchBody } from "./request";
import type { SearchState } from "./state";

/** Clicks in a row become one request. */
const PAUSE_MS = 120;

const pageQuery = (body: SearchRequest) =>
  queryOptions({
    queryKey: ["profiles", "search", body],
    staleTime: 15_000,
    // A search that is no longer wanted is cancelled on its way.
    queryFn: ({ signal }) => unwrap(api.POST("/api/v1/profile-search", { body, signal })),
  });

export function useProfileSearch(state: SearchState) {
  const search = useMemo(() => searchBody(state), [state]);
  const wanted = JSON.stringify(search);
  const paced = useDebouncedValue(wanted, PAUSE_MS)[0];
  const body = useMemo(() => JSON.parse(paced) as SearchRequest, [paced]);
  // A cursor belongs to its own search: it is used only once the search it came with is.
  const cursor = paced === wanted ? state.cursor : null;

  const first = useQuery({ ...pageQuery(firstPageBody(body)), placeholderData: keepPreviousData });
  const later = useQuery({
    ...pageQuery(laterPageBody(body, cursor ?? "")),
    enabled: cursor !== null,
    placeholderData: keepPreviousData,
  });
  const page = cursor === null ? first : later;

  return {
    page: page.data ?? first.data,
    facets: first.data?.facets,
    /** What is shown answers an earlier search, the new one being on its way. */
    stale: paced !== wanted || page.isPlaceholderData,
    loading: page.isPending && !first.data,
    error: page.error ?? first.error,
    retry: () => {
      void first.refetch();
      if (cursor !== null) void later.refetch();
    },
  };
}

/** How many profiles other searches would find, each counted exactly; null while it is not known. Nobody made them: they are no history. */
export function useTotals(states: SearchState[]): (number | null)[] {
  const queries = states.map((state) =>
    pageQuery({ ...searchBody(state), limit: 1, unnoted: true }),
  );
  return useQueries({ queries }).map(({ data }) => data?.total ?? null);
}

export type ProfileSearch = ReturnType<typeof useProfileSearch>;
