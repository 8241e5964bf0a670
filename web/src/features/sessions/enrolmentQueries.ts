// The participants of a session, and the files they are taken from.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type {
  Enrolment,
  EnrolmentDetails,
  EnrolmentMove,
  NewParticipant,
  ParticipantBody,
} from "@/api/types";
import { ifMatch } from "@/api/version";
import { sessionKey, useSessionRefresh } from "./queries";

const enrolmentsKey = (organisation: string, session: string) => [
  ...sessionKey(organisation, session),
  "enrolments",
];

export const enrolmentsQuery = (organisation: string, session: string) =>
  queryOptions({
    queryKey: enrolmentsKey(organisation, session),
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation, session_id: session } };
      const page = await unwrap(
        api.GET("/api/v1/organisations/{id}/sessions/{session_id}/enrolments", { params, signal }),
      );
      return page.items;
    },
  });

export const enrolmentQuery = (organisation: string, session: string, enrolment: string) =>
  queryOptions({
    queryKey: [...enrolmentsKey(organisation, session), enrolment],
    queryFn: ({ signal }) => {
      const path = { id: organisation, session_id: session, enrolment_id: enrolment };
      return unwrap(
        api.GET("/api/v1/organisations/{id}/sessions/{session_id}/enrolments/{enrolment_id}", {
          params: { path },
          signal,
        }),
      );
    },
  });

export type Versioned = Pick<Enrolment, "id" | "version">;

export function useEnrolmentChanges(organisation: string, session: string) {
  const cache = useQueryClient();
  const refresh = useSessionRefresh(organisation, session);
  const here = { id: organisation, session_id: session };
  const path =
    "/api/v1/organisations/{id}/sessions/{session_id}/enrolments/{enrolment_id}" as const;
  const at = ({ id, version }: Versioned) => ({
    params: { path: { ...here, enrolment_id: id }, header: ifMatch(version) },
  });
  const settle = async (view: EnrolmentDetails): Promise<EnrolmentDetails> => {
    cache.setQueryData(enrolmentQuery(organisation, session, view.id).queryKey, view);
    await refresh();
    return view;
  };
  return {
    enrol: async (body: NewParticipant) =>
      settle(
        await unwrap(
          api.POST("/api/v1/organisations/{id}/sessions/{session_id}/enrolments", {
            params: { path: here },
            body,
          }),
        ),
      ),
    write: async (enrolment: Versioned, body: ParticipantBody) =>
      settle(await unwrap(api.PUT(path, { ...at(enrolment), body }))),
    move: async (enrolment: Versioned, body: EnrolmentMove) =>
      settle(await unwrap(api.POST(`${path}/move`, { ...at(enrolment), body }))),
    join: async (enrolment: Versioned, person: string) =>
      settle(
        await unwrap(api.POST(`${path}/join`, { ...at(enrolment), body: { person_id: person } })),
      ),
  };
}

const IMPORTS = "/api/v1/organisations/{id}/sessions/{session_id}/enrolment-imports" as const;

export function useImports(organisation: string, session: string) {
  const refresh = useSessionRefresh(organisation, session);
  const here = { id: organisation, session_id: session };
  return {
    /** Reads a file; nobody is enrolled yet. */
    read: (file: File) =>
      unwrap(
        api.POST(IMPORTS, {
          params: { path: here },
          // The body is the file itself, which the schema can only call bytes.
          body: file as unknown as number[],
          bodySerializer: (sent: unknown) => sent as BodyInit,
          headers: { "content-type": "application/octet-stream" },
        }),
      ),
    confirm: async (id: string, skipErrors: boolean) => {
      const done = await unwrap(
        api.POST(`${IMPORTS}/{import_id}/confirm`, {
          params: { path: { ...here, import_id: id } },
          body: { skip_errors: skipErrors },
        }),
      );
      await refresh();
      return done;
    },
  };
}
