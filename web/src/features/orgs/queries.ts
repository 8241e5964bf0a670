// Training organisations: the members of one's own, and the list that the platform keeps.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Body, Role } from "@/api/types";

const membersKey = (id: string) => ["organisation", id, "members"];
const ADMIN_LIST = ["admin", "organisations"];

/** The organisations this account belongs to, with its role in each. */
export const myOrganisationsQuery = queryOptions({
  queryKey: ["my-organisations"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/organisations", { signal })),
});

export function useMembers(id: string) {
  return useInfiniteQuery({
    queryKey: membersKey(id),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const params = { path: { id }, query: pageParam ? { cursor: pageParam } : {} };
      return unwrap(api.GET("/api/v1/organisations/{id}/members", { params, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

export function useMembership(id: string) {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: membersKey(id) });
  return {
    invite: (body: Body<"create_invitation">) =>
      unwrap(
        api.POST("/api/v1/organisations/{id}/invitations", { params: { path: { id } }, body }),
      ),
    changeRole: async (person: string, role: Role) => {
      const params = { path: { id, person_id: person } };
      await unwrap(
        api.PATCH("/api/v1/organisations/{id}/members/{person_id}", { params, body: { role } }),
      );
      await refresh();
    },
    remove: async (person: string) => {
      const params = { path: { id, person_id: person } };
      await unwrap(api.DELETE("/api/v1/organisations/{id}/members/{person_id}", { params }));
      await refresh();
    },
  };
}

export const acceptInvitation = (token: string) =>
  unwrap(api.POST("/api/v1/organisation-invitations/accept", { body: { token } }));

export function useOrganisations() {
  return useInfiniteQuery({
    queryKey: ADMIN_LIST,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam } : {};
      return unwrap(api.GET("/api/v1/admin/organisations", { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

export function useOrganisationDecisions() {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: ADMIN_LIST });
  const params = (id: string) => ({ params: { path: { id } } });
  return {
    create: async (body: Body<"create_organisation">) => {
      await unwrap(api.POST("/api/v1/admin/organisations", { body }));
      await refresh();
    },
    suspend: async (id: string, reason: string) => {
      const body = { reason };
      await unwrap(api.POST("/api/v1/admin/organisations/{id}/suspend", { ...params(id), body }));
      await refresh();
    },
    withdrawSiret: async (id: string, siret: string, reason: string) => {
      const body = { siret, reason };
      await unwrap(
        api.POST("/api/v1/admin/organisations/{id}/withdraw-siret", { ...params(id), body }),
      );
      await refresh();
    },
    allowSiret: async (id: string, siret: string) => {
      const path = "/api/v1/admin/organisations/{id}/withdrawn-sirets/{siret}" as const;
      await unwrap(api.DELETE(path, { params: { path: { id, siret } } }));
      await refresh();
    },
    reinstate: async (id: string) => {
      await unwrap(api.POST("/api/v1/admin/organisations/{id}/reinstate", params(id)));
      await refresh();
    },
  };
}
