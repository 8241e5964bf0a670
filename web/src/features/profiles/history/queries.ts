// The searches a recruiter made lately: fifty at most, of the last ninety days, seen by nobody else.
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

const ALL = "/api/v1/me/search-history" as const;
const KEY = ["search-history"];
const PAGE = 20;

export const useSearchHistory = () =>
  useInfiniteQuery({
    queryKey: KEY,
    initialPageParam: null as string | null,
    // A search that was just made belongs to it.
    staleTime: 0,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      return unwrap(api.GET(ALL, { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export function useHistoryChanges() {
  const cache = useQueryClient();
  const then = async (change: Promise<unknown>) => {
    await change;
    await cache.invalidateQueries({ queryKey: KEY });
  };
  return {
    forget: (id: string) => then(unwrap(api.DELETE(`${ALL}/{id}`, { params: { path: { id } } }))),
    clear: () => then(unwrap(api.DELETE(ALL))),
  };
}
