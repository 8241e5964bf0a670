// People a company leaves out of its searches.
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

const ALL = "/api/v1/me/company/excluded-profiles" as const;
const KEY = ["excluded-profiles"];
const PAGE = 20;

/** Latest first; a page counts as a search. */
export const useExcluded = () =>
  useInfiniteQuery({
    queryKey: KEY,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      return unwrap(api.GET(ALL, { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export function useExclusions() {
  const cache = useQueryClient();
  const refresh = () => {
    void cache.invalidateQueries({ queryKey: KEY });
    void cache.invalidateQueries({ queryKey: ["profiles"] });
  };
  return {
    exclude: async (profiles: string[]) => {
      const done = await unwrap(api.POST(ALL, { body: { profiles } }));
      refresh();
      return done;
    },
    include: async (id: string) => {
      await unwrap(api.DELETE(`${ALL}/{id}`, { params: { path: { id } } }));
      refresh();
    },
  };
}
