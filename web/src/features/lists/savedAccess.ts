// Saved searches shared with colleagues.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { SavedSearchShare } from "@/api/types";

const KEY = ["saved-searches"];
const ALL = "/api/v1/me/saved-searches/{id}/access" as const;
const ONE = `${ALL}/{recruiter_id}` as const;
const MOST = 100;

export const savedAccessQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id, "access"],
    queryFn: async ({ signal }) => {
      const params = { path: { id }, query: { limit: MOST } };
      return (await unwrap(api.GET(ALL, { params, signal }))).items;
    },
  });

export function useSavedAccess(id: string) {
  const cache = useQueryClient();
  const params = (recruiter: string) => ({ params: { path: { id, recruiter_id: recruiter } } });
  const then = async (change: Promise<unknown>) => {
    try {
      await change;
    } finally {
      void cache.invalidateQueries({ queryKey: KEY });
    }
  };
  return {
    give: (recruiter: string, access: SavedSearchShare["access"]) =>
      then(unwrap(api.PUT(ONE, { ...params(recruiter), body: { access } }))),
    withdraw: (recruiter: string) => then(unwrap(api.DELETE(ONE, params(recruiter)))),
  };
}
