// Who may see one's profile: the switch, the companies chosen and kept out, the consents given and withdrawn.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { VisibilityAudience } from "@/api/types";

const PAGE = 50;
const CONSENTS = ["consents"];
const BLOCKED = ["blocked-companies"];
const CHOSEN = ["chosen-companies"];
/** What changes with who sees the person: the previews, the overview of one's data, the receipts. */
const TOLD_ELSEWHERE = [["my-preview"], ["privacy"]];

export const visibilityQuery = queryOptions({
  queryKey: ["visibility"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/visibility", { signal })),
});

const paged = (cursor: string | null) => ({
  query: { limit: PAGE, ...(cursor ? { cursor } : {}) },
});

export const useConsents = () =>
  useInfiniteQuery({
    queryKey: CONSENTS,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/me/consents", { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export const useBlocked = () =>
  useInfiniteQuery({
    queryKey: BLOCKED,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/me/blocked-companies", { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export const useChosen = () =>
  useInfiniteQuery({
    queryKey: CHOSEN,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/me/chosen-companies", { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export function useSetVisibility() {
  const cache = useQueryClient();
  return async (visible: boolean, policyVersion: string, audience?: VisibilityAudience) => {
    const body = {
      visible,
      policy_version: policyVersion,
      ...(visible && audience ? { audience } : {}),
    };
    const answer = await unwrap(api.PUT("/api/v1/me/visibility", { body }));
    cache.setQueryData(visibilityQuery.queryKey, answer);
    for (const queryKey of [CONSENTS, ...TOLD_ELSEWHERE]) {
      void cache.invalidateQueries({ queryKey });
    }
  };
}

/** A change of a list of companies; what it changes elsewhere is asked for again. */
function useSettled(changed: string[][]) {
  const cache = useQueryClient();
  return async (call: Promise<unknown>) => {
    await call;
    for (const queryKey of TOLD_ELSEWHERE) void cache.invalidateQueries({ queryKey });
    await Promise.all(changed.map((queryKey) => cache.invalidateQueries({ queryKey })));
  };
}

const of = (siren: string) => ({ params: { path: { siren } } });

export function useBlocking() {
  const settled = useSettled([BLOCKED]);
  return {
    block: (siren: string) =>
      settled(unwrap(api.PUT("/api/v1/me/blocked-companies/{siren}", of(siren)))),
    unblock: (siren: string) =>
      settled(unwrap(api.DELETE("/api/v1/me/blocked-companies/{siren}", of(siren)))),
  };
}

export function useChoosing() {
  const settled = useSettled([CHOSEN, CONSENTS]);
  return {
    choose: (siren: string) =>
      settled(unwrap(api.PUT("/api/v1/me/chosen-companies/{siren}", of(siren)))),
    unchoose: (siren: string) =>
      settled(unwrap(api.DELETE("/api/v1/me/chosen-companies/{siren}", of(siren)))),
  };
}
