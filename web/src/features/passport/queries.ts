// One's own skills: what one declares, and what organisations have validated.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Names } from "@/record/drift";

/** Every reading of one's skills, whatever the names. */
const MY_SKILLS = ["my-skills"];

/** One's skills with the names they were written with, or with those of today. */
export const mySkillsAs = (names: Names) =>
  queryOptions({
    queryKey: [...MY_SKILLS, names],
    queryFn: ({ signal }) => {
      const query = { names: names === "today" ? "today" : "as_written" } as const;
      return unwrap(api.GET("/api/v1/me/skills", { params: { query }, signal }));
    },
  });

export const mySkillsQuery = mySkillsAs("today");

/** Declares, changes, withdraws; the preview follows. */
export function useDeclarations() {
  const cache = useQueryClient();
  const refresh = async () => {
    await cache.invalidateQueries({ queryKey: MY_SKILLS });
    void cache.invalidateQueries({ queryKey: ["my-passport"] });
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
