// One's own skills: what one declares, and what organisations have validated.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const mySkillsQuery = queryOptions({
  queryKey: ["my-skills"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/skills", { signal })),
});

/** Declares, changes, withdraws; the preview follows. */
export function useDeclarations() {
  const cache = useQueryClient();
  const refresh = async () => {
    await cache.invalidateQueries({ queryKey: mySkillsQuery.queryKey });
    void cache.invalidateQueries({ queryKey: ["my-preview"] });
  };
  return {
    declare: async (code: string, level: number) => {
      const params = { path: { code } };
      await unwrap(api.PUT("/api/v1/me/skills/{code}", { params, body: { level } }));
      await refresh();
    },
    withdraw: async (code: string) => {
      await unwrap(api.DELETE("/api/v1/me/skills/{code}", { params: { path: { code } } }));
      await refresh();
    },
  };
}
