// The sessions of an organisation as the app reads and writes them.
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type {
  NewSessionBody,
  SessionBody,
  SessionCorrectionBody,
  SessionCoursesBody,
  TrainingSession,
} from "@/api/types";
import { ifMatch } from "@/api/version";
import { whole } from "./pages";
import type { SessionFilter } from "./url";

export const sessionsKey = (organisation: string) => ["organisation", organisation, "sessions"];
export const sessionKey = (organisation: string, session: string) => [
  "organisation",
  organisation,
  "session",
  session,
];

const MOST = 100;

export function useSessions(organisation: string, filter: SessionFilter) {
  const { words, status, from, to } = filter;
  return useInfiniteQuery({
    queryKey: [...sessionsKey(organisation), words, status, from, to],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...(words === "" ? {} : { q: words }),
        ...(status ? { status } : {}),
        ...(from === "" ? {} : { from }),
        ...(to === "" ? {} : { to }),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      const params = { path: { id: organisation }, query };
      return unwrap(api.GET("/api/v1/organisations/{id}/sessions", { params, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

export const sessionQuery = (organisation: string, session: string) =>
  queryOptions({
    queryKey: sessionKey(organisation, session),
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, session_id: session } };
      return unwrap(
        api.GET("/api/v1/organisations/{id}/sessions/{session_id}", { params, signal }),
      );
    },
  });

export const readinessQuery = (organisation: string, session: string) =>
  queryOptions({
    queryKey: [...sessionKey(organisation, session), "readiness"],
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, session_id: session } };
      return unwrap(
        api.GET("/api/v1/organisations/{id}/sessions/{session_id}/readiness", { params, signal }),
      );
    },
  });

export const plannedHoursQuery = (organisation: string, session: string) =>
  queryOptions({
    queryKey: [...sessionKey(organisation, session), "planned-hours"],
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, session_id: session } };
      return unwrap(
        api.GET("/api/v1/organisations/{id}/sessions/{session_id}/planned-hours", {
          params,
          signal,
        }),
      );
    },
  });

/** The trainings that sessions can be opened from. */
export const publishedTrainingsQuery = (organisation: string) =>
  queryOptions({
    queryKey: ["organisation", organisation, "trainings", "published"],
    queryFn: ({ signal }) =>
      whole((cursor) => {
        const query = { status: "published" as const, limit: MOST, ...(cursor ? { cursor } : {}) };
        const params = { path: { id: organisation }, query };
        return unwrap(api.GET("/api/v1/organisations/{id}/trainings", { params, signal }));
      }),
  });

/** The courses that can come into a session. */
export const coursesInUseQuery = (organisation: string) =>
  queryOptions({
    queryKey: ["organisation", organisation, "courses", "all"],
    queryFn: ({ signal }) =>
      whole((cursor) => {
        const query = { archived: false, limit: MOST, ...(cursor ? { cursor } : {}) };
        const params = { path: { id: organisation }, query };
        return unwrap(api.GET("/api/v1/organisations/{id}/courses", { params, signal }));
      }),
  });

/** Everybody of the organisation, for those who run it. */
export const peopleQuery = (organisation: string) =>
  queryOptions({
    queryKey: ["organisation", organisation, "members", "all"],
    queryFn: ({ signal }) =>
      whole((cursor) => {
        const query = { limit: MOST, ...(cursor ? { cursor } : {}) };
        const params = { path: { id: organisation }, query };
        return unwrap(api.GET("/api/v1/organisations/{id}/members", { params, signal }));
      }),
  });

/** Asks anew for all that hangs on a session, the session itself and the lists it stands in. */
export function useSessionRefresh(organisation: string, session: string) {
  const cache = useQueryClient();
  return async (): Promise<void> => {
    void cache.invalidateQueries({ queryKey: sessionsKey(organisation) });
    void cache.invalidateQueries({ queryKey: ["calendar"] });
    await cache.invalidateQueries({ queryKey: sessionKey(organisation, session) });
  };
}

/** Changes to one session; each answers what is there afterwards, which the cache then holds. */
export function useSessionChanges(organisation: string) {
  const cache = useQueryClient();
  const path = "/api/v1/organisations/{id}/sessions/{session_id}" as const;
  const at = ({ id, version }: TrainingSession) => ({
    params: { path: { id: organisation, session_id: id }, header: ifMatch(version) },
  });
  const settle = async (view: TrainingSession): Promise<TrainingSession> => {
    const key = sessionKey(organisation, view.id);
    void cache.invalidateQueries({
      queryKey: key,
      predicate: ({ queryKey }) => queryKey.length > key.length,
    });
    void cache.invalidateQueries({ queryKey: ["calendar"] });
    cache.setQueryData(sessionQuery(organisation, view.id).queryKey, view);
    await cache.invalidateQueries({ queryKey: sessionsKey(organisation) });
    return view;
  };
  return {
    create: async (body: NewSessionBody) => {
      const params = { path: { id: organisation } };
      return settle(
        await unwrap(api.POST("/api/v1/organisations/{id}/sessions", { params, body })),
      );
    },
    write: async (session: TrainingSession, body: SessionBody) =>
      settle(await unwrap(api.PUT(path, { ...at(session), body }))),
    writeCourses: async (session: TrainingSession, body: SessionCoursesBody) =>
      settle(await unwrap(api.PUT(`${path}/courses`, { ...at(session), body }))),
    plan: async (session: TrainingSession) =>
      settle(await unwrap(api.POST(`${path}/plan`, at(session)))),
    start: async (session: TrainingSession, reason: string | null) =>
      settle(
        await unwrap(
          api.POST(`${path}/start`, { ...at(session), body: { override_reason: reason } }),
        ),
      ),
    end: async (session: TrainingSession) =>
      settle(await unwrap(api.POST(`${path}/end`, at(session)))),
    close: async (session: TrainingSession) =>
      settle(await unwrap(api.POST(`${path}/close`, at(session)))),
    reopen: async (session: TrainingSession, reason: string) =>
      settle(await unwrap(api.POST(`${path}/reopen`, { ...at(session), body: { reason } }))),
    rectify: async (session: TrainingSession, body: SessionCorrectionBody) =>
      settle(await unwrap(api.POST(`${path}/rectify`, { ...at(session), body }))),
    cancel: async (session: TrainingSession, reason: string) =>
      settle(await unwrap(api.POST(`${path}/cancel`, { ...at(session), body: { reason } }))),
    duplicate: async ({ id }: TrainingSession, startsOn: string, title: string) => {
      const params = { path: { id: organisation, session_id: id } };
      const body = { starts_on: startsOn, ...(title === "" ? {} : { title }) };
      const copy = await unwrap(api.POST(`${path}/duplicate`, { params, body }));
      await settle(copy.session);
      return copy;
    },
    remove: async (session: TrainingSession) => {
      await unwrap(api.DELETE(path, at(session)));
      cache.removeQueries({ queryKey: sessionKey(organisation, session.id) });
      await cache.invalidateQueries({ queryKey: sessionsKey(organisation) });
    },
  };
}

/** Something that is done once, with whether it is under way and why it failed. */
export const useAction = <T>(action: (given: T) => Promise<unknown>) =>
  useMutation({ mutationFn: action });
