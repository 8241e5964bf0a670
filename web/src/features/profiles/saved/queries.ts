// The searches a recruiter keeps. There are a hundred at most: one page holds them all.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { SavedSearch, SearchCriteria } from "@/api/types";

const KEY = ["saved-searches"];
const MOST = 100;

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
  };
}
