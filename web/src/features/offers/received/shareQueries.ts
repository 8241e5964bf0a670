// What one could share, and under which text; the companies one hides from.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

const PAGE = 50;

export const useShareableProofs = () =>
  useInfiniteQuery({
    queryKey: ["shareable-proofs"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/me/shareable-proofs", {
          params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** The text about sharing that is in force. */
export const sharingPolicyQuery = queryOptions({
  queryKey: ["policies", "sharing", "in-force"],
  queryFn: async ({ signal }) => {
    const { items } = await unwrap(api.GET("/api/v1/policies", { signal }));
    const version = items.find((one) => one.topic === "sharing" && one.is_in_force)?.version ?? "";
    return unwrap(api.GET("/api/v1/policies/{version}", { params: { path: { version } }, signal }));
  },
});

const BLOCKED = ["blocked-companies"];
const MOST = 100;
/** Whatever else says who sees one. */
const TOLD_ELSEWHERE = ["privacy", "my-preview"];

/** Whether one hides from the company with this SIREN. */
export const isBlockedQuery = (siren: string) =>
  queryOptions({
    queryKey: [...BLOCKED, "is", siren],
    queryFn: async ({ signal }) => {
      let cursor: string | null = null;
      do {
        const page: { items: { siren: string }[]; next_cursor?: string | null } = await unwrap(
          api.GET("/api/v1/me/blocked-companies", {
            params: { query: { limit: MOST, ...(cursor ? { cursor } : {}) } },
            signal,
          }),
        );
        if (page.items.some((one) => one.siren === siren)) return true;
        cursor = page.next_cursor ?? null;
      } while (cursor !== null);
      return false;
    },
  });

export function useBlock(siren: string) {
  const cache = useQueryClient();
  const params = { path: { siren } };
  const address = "/api/v1/me/blocked-companies/{siren}" as const;
  return async (blocked: boolean) => {
    await unwrap<unknown>(blocked ? api.PUT(address, { params }) : api.DELETE(address, { params }));
    cache.setQueryData(isBlockedQuery(siren).queryKey, blocked);
    for (const key of TOLD_ELSEWHERE) void cache.invalidateQueries({ queryKey: [key] });
    await cache.invalidateQueries({ queryKey: BLOCKED });
  };
}
