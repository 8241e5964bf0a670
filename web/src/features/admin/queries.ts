// The state of the search index and of the catalogue, for those who run the platform.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api, unwrap } from "@/api/client";
import type { Body, CatalogSync } from "@/api/types";

const REFRESH_MS = 3_000;
/** The catalogue changes seldom; once an import is asked for, somebody waits for it. */
const SYNC_REFRESH_MS = 60_000;
const RUNNING_REFRESH_MS = 2_000;
/** What an import means is looked into some minutes after it. */
const EFFECT_REFRESH_MS = 15_000;

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

export const syncQuery = queryOptions({
  queryKey: ["admin", "catalog-sync"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/admin/catalog", { signal })),
  refetchInterval: ({ state }) => (state.data?.running ? RUNNING_REFRESH_MS : SYNC_REFRESH_MS),
});

const IMPORTS_KEY = ["admin", "catalog-imports"];

export function useCatalogImports() {
  return useInfiniteQuery({
    queryKey: IMPORTS_KEY,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam } : {};
      return unwrap(api.GET("/api/v1/admin/catalog-imports", { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

/** What an import that was applied means for trainings, grids, saved searches and people. */
export const effectQuery = (id: string) =>
  queryOptions({
    queryKey: ["admin", "catalog-effect", id],
    queryFn: ({ signal }) => {
      const params = { path: { import_id: id } };
      return unwrap(
        api.GET("/api/v1/admin/catalog-imports/{import_id}/effect", { params, signal }),
      );
    },
    refetchInterval: ({ state }) => (state.data?.reviewed === false ? EFFECT_REFRESH_MS : false),
  });

/** The grids of levels an import touches, page after page. */
export function useTouchedGrids(id: string) {
  return useInfiniteQuery({
    queryKey: ["admin", "catalog-grids", id],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { import_id: id }, query: pageParam ? { cursor: pageParam } : {} };
      return unwrap(api.GET("/api/v1/admin/catalog-imports/{import_id}/grids", { params, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

/** Asks for an import; asked for or not, whether one is under way is looked at again. */
export function useStartImport() {
  const cache = useQueryClient();
  return async (body: Body<"start_catalog_import">) => {
    try {
      await unwrap(api.POST("/api/v1/admin/catalog-imports", { body }));
    } finally {
      await cache.invalidateQueries({ queryKey: syncQuery.queryKey });
    }
  };
}

/**
 * When there is a new attempt or the catalogue in place is another one, the history and whatever was read of the
 * catalogue are asked for anew. An attempt is in the history a moment before its release is in place.
 */
export function useFollowing(sync: CatalogSync | undefined): void {
  const cache = useQueryClient();
  const state =
    sync && `${sync.last_attempt?.id} ${sync.api?.last_attempt?.id} ${sync.imported_at}`;
  const seen = useRef(state);
  useEffect(() => {
    if (state === undefined || state === seen.current) return;
    const wasKnown = seen.current !== undefined;
    seen.current = state;
    if (!wasKnown) return;
    void cache.invalidateQueries({ queryKey: IMPORTS_KEY });
    void cache.invalidateQueries({ queryKey: ["catalog"] });
  }, [state, cache]);
}
