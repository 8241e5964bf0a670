// The state of the search index and of the catalogue, for those who run the platform.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

const REFRESH_MS = 3_000;

export const indexQuery = queryOptions({
  queryKey: ["admin", "index"],
  refetchInterval: REFRESH_MS,
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/admin/index", { signal })),
});

export function useRebuild() {
  const cache = useQueryClient();
  return async () => {
    await unwrap(api.POST("/api/v1/admin/index/rebuild"));
    await cache.invalidateQueries({ queryKey: indexQuery.queryKey });
  };
}

export function useCatalogImports() {
  return useInfiniteQuery({
    queryKey: ["admin", "catalog-imports"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam } : {};
      return unwrap(api.GET("/api/v1/admin/catalog-imports", { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}
