// One's own sessions, invitations and calendar.
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

const MINE = ["my-sessions"];
const INVITATIONS = ["my-session-invitations"];
const FEED = ["calendar-feed"];

export const mySessionsQuery = queryOptions({
  queryKey: MINE,
  queryFn: async ({ signal }) => (await unwrap(api.GET("/api/v1/me/sessions", { signal }))).items,
});

export const mySessionQuery = (session: string) =>
  queryOptions({
    queryKey: [...MINE, session],
    queryFn: ({ signal }) => {
      const params = { path: { session_id: session } };
      return unwrap(api.GET("/api/v1/me/sessions/{session_id}", { params, signal }));
    },
  });

export const invitationsQuery = queryOptions({
  queryKey: INVITATIONS,
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET("/api/v1/me/session-invitations", { signal }))).items,
});

export function useInvitationAnswers() {
  const cache = useQueryClient();
  const refresh = async (): Promise<void> => {
    void cache.invalidateQueries({ queryKey: ["calendar"] });
    // Whoever accepts becomes a trainee of the organisation.
    void cache.invalidateQueries({ queryKey: ["my-organisations"] });
    await Promise.all([
      cache.invalidateQueries({ queryKey: MINE }),
      cache.invalidateQueries({ queryKey: INVITATIONS }),
    ]);
  };
  const at = (id: string) => ({ params: { path: { enrolment_id: id } } });
  return {
    accept: async (id: string) => {
      await unwrap(api.POST("/api/v1/me/session-invitations/{enrolment_id}/accept", at(id)));
      await refresh();
    },
    decline: async (id: string) => {
      await unwrap(api.POST("/api/v1/me/session-invitations/{enrolment_id}/decline", at(id)));
      await refresh();
    },
  };
}

/** The slots of some days: one's own, or those of an organisation. */
export function useCalendar(organisation: string | null, from: string, to: string) {
  return useQuery({
    queryKey: ["calendar", organisation, from, to],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { from, to };
      if (organisation === null) {
        return (await unwrap(api.GET("/api/v1/me/calendar", { params: { query }, signal }))).items;
      }
      const params = { path: { id: organisation }, query };
      const page = await unwrap(api.GET("/api/v1/organisations/{id}/calendar", { params, signal }));
      return page.items;
    },
  });
}

export const feedQuery = queryOptions({
  queryKey: FEED,
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/calendar-feed", { signal })),
});

export function useFeedChanges() {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: FEED });
  return {
    /** Gives out an address: it is shown this once. */
    create: async () => {
      const feed = await unwrap(api.POST("/api/v1/me/calendar-feed", {}));
      await refresh();
      return feed;
    },
    remove: async () => {
      await unwrap(api.DELETE("/api/v1/me/calendar-feed", {}));
      await refresh();
    },
  };
}
