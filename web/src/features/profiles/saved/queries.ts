// The searches a recruiter keeps. There are a hundred at most: one page holds them all.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { AlertFrequency, SavedSearch, SearchCriteria } from "@/api/types";

const KEY = ["saved-searches"];
const MOST = 100;
const PAGE = 20;
const ONE = "/api/v1/me/saved-searches/{id}" as const;

export const savedSearchesQuery = queryOptions({
  queryKey: KEY,
  queryFn: async ({ signal }) => {
    const params = { query: { limit: MOST } };
    return (await unwrap(api.GET("/api/v1/me/saved-searches", { params, signal }))).items;
  },
});

export const savedSearchQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/me/saved-searches/{id}", { params: { path: { id } }, signal })),
  });

/** People who match a search and did not before, those found last first; a page counts as a search. */
export const useNewMatches = (id: string) =>
  useInfiniteQuery({
    queryKey: [...KEY, id, "new"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      return unwrap(api.GET(`${ONE}/new-matches`, { params: { path: { id }, query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** Every change of a saved search; whatever comes of it, the list is asked for again. */
export function useSavedSearchChanges() {
  const cache = useQueryClient();
  const then = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      await cache.invalidateQueries({ queryKey: KEY });
    }
  };
  const update = ({ id, version }: SavedSearch, body: { name?: string; search?: SearchCriteria }) =>
    then(
      unwrap(
        api.PATCH("/api/v1/me/saved-searches/{id}", {
          params: { path: { id }, header: { "If-Match": `"${version}"` } },
          body,
        }),
      ),
    );
  return {
    create: (name: string, search: SearchCriteria) =>
      then(unwrap(api.POST("/api/v1/me/saved-searches", { body: { name, search } }))),
    rename: (saved: SavedSearch, name: string) => update(saved, { name }),
    rewrite: (saved: SavedSearch, search: SearchCriteria) => update(saved, { search }),
    remove: ({ id }: SavedSearch) =>
      then(unwrap(api.DELETE("/api/v1/me/saved-searches/{id}", { params: { path: { id } } }))),
    watch: ({ id }: SavedSearch, frequency: AlertFrequency) =>
      then(unwrap(api.PUT(`${ONE}/alert`, { params: { path: { id } }, body: { frequency } }))),
    /** Unsubscribes from every search at once. */
    unwatchAll: () => then(unwrap(api.DELETE("/api/v1/me/saved-search-alerts"))),
    /** Whoever was found until then was looked at. */
    seen: (id: string, until: string) =>
      then(
        unwrap(api.POST(`${ONE}/new-matches/seen`, { params: { path: { id } }, body: { until } })),
      ),
  };
}
