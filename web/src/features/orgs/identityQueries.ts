// The identity of an organisation, read again by itself while its first answer is awaited.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { OrganisationIdentity } from "@/api/types";
import { ifMatch } from "@/api/version";
import { bodyOf, type IdentityValues, isAwaited } from "./identity";

const AWAITED_POLL_MS = 2_000;

export const identityQuery = (id: string) =>
  queryOptions({
    queryKey: ["organisation", id, "identity"],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/organisations/{id}/identity", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isAwaited(state.data) ? AWAITED_POLL_MS : false),
  });

export function useIdentityChange(id: string) {
  const cache = useQueryClient();
  const keep = (identity: OrganisationIdentity) =>
    cache.setQueryData(identityQuery(id).queryKey, identity);
  return {
    keep,
    write: async (version: number, values: IdentityValues) => {
      const params = { path: { id }, header: ifMatch(version) };
      const body = bodyOf(values);
      const written = await unwrap(
        api.PUT("/api/v1/organisations/{id}/identity", { params, body }),
      );
      keep(written);
      // Trainings bear it.
      void cache.invalidateQueries({ queryKey: ["organisation", id, "training"] });
      return written;
    },
  };
}
