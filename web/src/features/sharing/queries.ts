// Who may see one's profile: the switch, the companies kept out, the consents given and withdrawn.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

export const visibilityQuery = queryOptions({
  queryKey: ["visibility"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/visibility", { signal })),
});

export const consentsQuery = queryOptions({
  queryKey: ["consents"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/consents", { signal })),
});

export const blockedQuery = queryOptions({
  queryKey: ["blocked-companies"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/blocked-companies", { signal })),
});

export function useSetVisibility() {
  const cache = useQueryClient();
  return async (visible: boolean, policyVersion: string) => {
    const body = { visible, policy_version: policyVersion };
    const answer = await unwrap(api.PUT("/api/v1/me/visibility", { body }));
    cache.setQueryData(visibilityQuery.queryKey, answer);
    void cache.invalidateQueries({ queryKey: consentsQuery.queryKey });
    void cache.invalidateQueries({ queryKey: ["my-preview"] });
  };
}

export function useBlocking() {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: blockedQuery.queryKey });
  const params = (siren: string) => ({ params: { path: { siren } } });
  return {
    block: async (siren: string) => {
      await unwrap(api.PUT("/api/v1/me/blocked-companies/{siren}", params(siren)));
      await refresh();
    },
    unblock: async (siren: string) => {
      await unwrap(api.DELETE("/api/v1/me/blocked-companies/{siren}", params(siren)));
      await refresh();
    },
  };
}
