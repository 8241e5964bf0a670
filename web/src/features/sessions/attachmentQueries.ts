// What goes with a session: resources, rooms, quizzes.
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { FileLink, ResourceBody, SessionQuizBody, SessionRoomBody } from "@/api/types";
import { ifMatch } from "@/api/version";
import { sessionKey, useSessionRefresh } from "./queries";

const SESSION = "/api/v1/organisations/{id}/sessions/{session_id}" as const;

interface Versioned {
  id: string;
  version: number;
}

export const resourcesQuery = (organisation: string, session: string) =>
  queryOptions({
    queryKey: [...sessionKey(organisation, session), "resources"],
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation, session_id: session } };
      return (await unwrap(api.GET(`${SESSION}/resources`, { params, signal }))).items;
    },
  });

export const resourceQuery = (organisation: string, session: string, resource: string) =>
  queryOptions({
    queryKey: [...sessionKey(organisation, session), "resources", resource],
    queryFn: ({ signal }) => {
      const path = { id: organisation, session_id: session, resource_id: resource };
      return unwrap(api.GET(`${SESSION}/resources/{resource_id}`, { params: { path }, signal }));
    },
  });

export const roomsQuery = (organisation: string, session: string) =>
  queryOptions({
    queryKey: [...sessionKey(organisation, session), "rooms"],
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation, session_id: session } };
      return (await unwrap(api.GET(`${SESSION}/rooms`, { params, signal }))).items;
    },
  });

export const quizzesQuery = (organisation: string, session: string) =>
  queryOptions({
    queryKey: [...sessionKey(organisation, session), "quizzes"],
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation, session_id: session } };
      return (await unwrap(api.GET(`${SESSION}/quizzes`, { params, signal }))).items;
    },
  });

/** The file of a resource, for those who run the session or train in it; an earlier version too. */
export const downloadResource = (
  organisation: string,
  session: string,
  resource: string,
  number?: number,
): Promise<Blob> =>
  bytes(
    api.GET(`${SESSION}/resources/{resource_id}/file`, {
      params: {
        path: { id: organisation, session_id: session, resource_id: resource },
        query: number === undefined ? {} : { number },
      },
      parseAs: "blob",
    }),
  );

/** An address of that file for a while. */
export const resourceLink = (
  organisation: string,
  session: string,
  resource: string,
  number?: number,
): Promise<FileLink> =>
  unwrap(
    api.GET(`${SESSION}/resources/{resource_id}/file-link`, {
      params: {
        path: { id: organisation, session_id: session, resource_id: resource },
        query: number === undefined ? {} : { number },
      },
    }),
  );

/** The file of a resource, for those who take part. */
export const downloadMyResource = (session: string, resource: string): Promise<Blob> =>
  bytes(
    api.GET("/api/v1/me/sessions/{session_id}/resources/{resource_id}/file", {
      params: { path: { session_id: session, resource_id: resource } },
      parseAs: "blob",
    }),
  );

/** An address of that file for a while. */
export const myResourceLink = (session: string, resource: string): Promise<FileLink> =>
  unwrap(
    api.GET("/api/v1/me/sessions/{session_id}/resources/{resource_id}/file-link", {
      params: { path: { session_id: session, resource_id: resource } },
    }),
  );

/** The convocation of a participant. */
export const downloadConvocation = (
  organisation: string,
  session: string,
  enrolment: string,
): Promise<Blob> =>
  bytes(
    api.GET(`${SESSION}/enrolments/{enrolment_id}/convocation`, {
      params: { path: { id: organisation, session_id: session, enrolment_id: enrolment } },
      parseAs: "blob",
    }),
  );

/** One's own convocation. */
export const downloadMyConvocation = (session: string): Promise<Blob> =>
  bytes(
    api.GET("/api/v1/me/sessions/{session_id}/convocation", {
      params: { path: { session_id: session } },
      parseAs: "blob",
    }),
  );

const bytes = async (call: Parameters<typeof unwrap<unknown>>[0]): Promise<Blob> =>
  (await unwrap(call)) as Blob;

export function useAttachments(organisation: string, session: string) {
  const refresh = useSessionRefresh(organisation, session);
  const here = { id: organisation, session_id: session };
  const settled = async <T>(call: Promise<T>): Promise<T> => {
    const answer = await call;
    await refresh();
    return answer;
  };
  const resource = ({ id, version }: Versioned) => ({
    params: { path: { ...here, resource_id: id }, header: ifMatch(version) },
  });
  const room = ({ id, version }: Versioned) => ({
    params: { path: { ...here, room_id: id }, header: ifMatch(version) },
  });
  const quiz = ({ id, version }: Versioned) => ({
    params: { path: { ...here, quiz_id: id }, header: ifMatch(version) },
  });
  const params = { path: here };
  return {
    resources: {
      add: (body: ResourceBody) =>
        settled(unwrap(api.POST(`${SESSION}/resources`, { params, body }))),
      write: (one: Versioned, body: ResourceBody) =>
        settled(unwrap(api.PUT(`${SESSION}/resources/{resource_id}`, { ...resource(one), body }))),
      remove: (one: Versioned) =>
        settled(unwrap(api.DELETE(`${SESSION}/resources/{resource_id}`, resource(one)))),
    },
    rooms: {
      add: (body: SessionRoomBody) =>
        settled(unwrap(api.POST(`${SESSION}/rooms`, { params, body }))),
      write: (one: Versioned, body: SessionRoomBody) =>
        settled(unwrap(api.PUT(`${SESSION}/rooms/{room_id}`, { ...room(one), body }))),
      remove: (one: Versioned) =>
        settled(unwrap(api.DELETE(`${SESSION}/rooms/{room_id}`, room(one)))),
    },
    quizzes: {
      add: (body: SessionQuizBody) =>
        settled(unwrap(api.POST(`${SESSION}/quizzes`, { params, body }))),
      write: (one: Versioned, body: SessionQuizBody) =>
        settled(unwrap(api.PUT(`${SESSION}/quizzes/{quiz_id}`, { ...quiz(one), body }))),
      remove: (one: Versioned) =>
        settled(unwrap(api.DELETE(`${SESSION}/quizzes/{quiz_id}`, quiz(one)))),
    },
  };
}
