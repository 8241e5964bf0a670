// The platform's side: recruiters to review, and the decisions taken about them.
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { CompanyStatus } from "@/api/types";

const KEY = ["admin", "recruiters"];

export function useRecruiters(status: CompanyStatus | null) {
  return useInfiniteQuery({
    queryKey: [...KEY, status],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...(status ? { status } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return unwrap(api.GET("/api/v1/admin/recruiters", { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

export function useDecisions() {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: KEY });
  const params = (id: string) => ({ params: { path: { id } } });
  return {
    grant: async (id: string, domain: string | null) => {
      const body = { accept_domain: domain };
      await unwrap(api.POST("/api/v1/admin/recruiters/{id}/grant", { ...params(id), body }));
      await refresh();
    },
    refuse: async (id: string, reason: string) => {
      const body = { reason };
      await unwrap(api.POST("/api/v1/admin/recruiters/{id}/refuse", { ...params(id), body }));
      await refresh();
    },
    suspend: async (id: string, reason: string) => {
      const body = { reason };
      await unwrap(api.POST("/api/v1/admin/recruiters/{id}/suspend", { ...params(id), body }));
      await refresh();
    },
    reinstate: async (id: string) => {
      await unwrap(api.POST("/api/v1/admin/recruiters/{id}/reinstate", params(id)));
      await refresh();
    },
  };
}
