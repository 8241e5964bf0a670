// The grid of a session: read, tried out, written.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { ValidationCell, ValidationPreview, WrittenValidations } from "@/api/types";

const SESSION = "/api/v1/organisations/{id}/sessions/{session_id}/validations" as const;

/** A session, as the API's paths name it. */
export interface Place {
  organisation: string;
  session: string;
}

const at = ({ organisation, session }: Place) => ({ id: organisation, session_id: session });
/** All that is known of a session. */
const sessionKey = ({ organisation, session }: Place) => [
  "organisation",
  organisation,
  "session",
  session,
];

export const gridQuery = (place: Place) =>
  queryOptions({
    queryKey: [...sessionKey(place), "validations"],
    // What a colleague has just written is seen before one begins.
    staleTime: 0,
    queryFn: ({ signal }) => unwrap(api.GET(SESSION, { params: { path: at(place) }, signal })),
  });

/** The organisation's own grids, each in its newest version. */
export const gridsQuery = (organisation: string) =>
  queryOptions({
    queryKey: ["organisation", organisation, "grids"],
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation } };
      return unwrap(api.GET("/api/v1/organisations/{id}/grids", { params, signal }));
    },
  });

export function useGridChanges(place: Place) {
  const cache = useQueryClient();
  const params = { path: at(place) };
  return {
    /** What would become of these cells; nothing is written. */
    preview: (cells: ValidationCell[]): Promise<ValidationPreview> =>
      unwrap(api.POST(`${SESSION}/preview`, { params, body: { cells } })),
    /** Writes them all, or none. */
    write: async (cells: ValidationCell[]): Promise<WrittenValidations> => {
      const written = await unwrap(api.POST(SESSION, { params, body: { cells } }));
      await cache.invalidateQueries({ queryKey: sessionKey(place) });
      void cache.invalidateQueries({ queryKey: ["organisation", place.organisation, "passport"] });
      return written;
    },
    /** The grid as it is now. */
    renew: () => cache.fetchQuery(gridQuery(place)),
  };
}
