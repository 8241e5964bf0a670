// What a company notes about somebody: data about that person, who may read it.
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { ifMatch } from "@/api/version";

const ABOUT = "/api/v1/profiles/{profile_id}/notes" as const;
const ONE = "/api/v1/profile-notes/{id}" as const;
const PAGE = 20;
const keyOf = (profile: string) => ["profile-notes", profile];

export const useNotes = (profile: string) =>
  useInfiniteQuery({
    queryKey: keyOf(profile),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      return unwrap(api.GET(ABOUT, { params: { path: { profile_id: profile }, query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export function useNoteChanges(profile: string) {
  const cache = useQueryClient();
  const then = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      await cache.invalidateQueries({ queryKey: keyOf(profile) });
    }
  };
  return {
    write: (text: string) =>
      then(unwrap(api.POST(ABOUT, { params: { path: { profile_id: profile } }, body: { text } }))),
    rewrite: (id: string, version: number, text: string) =>
      then(
        unwrap(
          api.PUT(ONE, { params: { path: { id }, header: ifMatch(version) }, body: { text } }),
        ),
      ),
    remove: (id: string) => then(unwrap(api.DELETE(ONE, { params: { path: { id } } }))),
  };
}
