// Those who recruit for one company: members, invitations, who still works there; and how the company searches.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Body, CompanyRole } from "@/api/types";

const COMPANY = "/api/v1/me/company" as const;
const MEMBERS = `${COMPANY}/members` as const;
const INVITATIONS = `${COMPANY}/invitations` as const;
const SETTINGS = `${COMPANY}/search-settings` as const;
const MEMBERS_KEY = ["company-members"];
const INVITATIONS_KEY = ["company-invitations"];
const SETTINGS_KEY = ["company-search-settings"];
const PAGE = 50;

const next = (page: { next_cursor?: string | null }) => page.next_cursor ?? null;
const from = (cursor: string | null) => (cursor ? { cursor } : {});

/** By name. */
export const useMembers = () =>
  useInfiniteQuery({
    queryKey: [...MEMBERS_KEY, "list"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET(MEMBERS, { params: { query: { limit: PAGE, ...from(pageParam) } }, signal })),
    getNextPageParam: next,
  });

/** Those that wait for an answer, oldest first; for admins. */
export const useInvitations = () =>
  useInfiniteQuery({
    queryKey: INVITATIONS_KEY,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...from(pageParam) };
      return unwrap(api.GET(INVITATIONS, { params: { query }, signal }));
    },
    getNextPageParam: next,
  });

export function useMemberChanges() {
  const cache = useQueryClient();
  const then = async <T>(key: string[], change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      await cache.invalidateQueries({ queryKey: key });
    }
  };
  /** What one is in the company oneself may have changed with it. */
  const ofMembers = async <T>(change: Promise<T>): Promise<T> => {
    const done = await then(MEMBERS_KEY, change);
    await cache.invalidateQueries({ queryKey: ["company"], exact: true });
    return done;
  };
  const one = (id: string) => ({ params: { path: { id } } });
  return {
    invite: (body: Body<"create_company_invitation">) =>
      then(INVITATIONS_KEY, unwrap(api.POST(INVITATIONS, { body }))),
    revoke: (id: string) =>
      then(INVITATIONS_KEY, unwrap(api.DELETE(`${INVITATIONS}/{id}`, one(id)))),
    setRole: (id: string, role: CompanyRole) =>
      ofMembers(unwrap(api.PATCH(`${MEMBERS}/{id}`, { ...one(id), body: { role } }))),
    remove: (id: string) => ofMembers(unwrap(api.DELETE(`${MEMBERS}/{id}`, one(id)))),
    confirm: (members: string[]) =>
      ofMembers(unwrap(api.POST(`${MEMBERS}/confirm`, { body: { members } }))),
  };
}

/** Joins the company that sent the token of the mail. */
export function useJoining() {
  const cache = useQueryClient();
  return async (token: string) => {
    const company = await unwrap(
      api.POST("/api/v1/company-invitations/accept", { body: { token } }),
    );
    cache.setQueryData(["company"], company);
    void cache.invalidateQueries({ queryKey: ["profiles"] });
    return company;
  };
}

export const searchSettingsQuery = queryOptions({
  queryKey: SETTINGS_KEY,
  staleTime: 60_000,
  queryFn: ({ signal }) => unwrap(api.GET(SETTINGS, { signal })),
});

export function useSearchSettings() {
  const cache = useQueryClient();
  return async (blind: boolean) => {
    const settings = await unwrap(api.PUT(SETTINGS, { body: { blind } }));
    cache.setQueryData(searchSettingsQuery.queryKey, settings);
    // What was found before shows names, or none.
    void cache.invalidateQueries({ queryKey: ["profiles"] });
  };
}
