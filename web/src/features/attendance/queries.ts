// The sheet of a slot as the app reads and writes it.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type {
  AttendanceExport,
  AttendanceSheet,
  ContestDecisionBody,
  HalfDayPart,
  LinksSent,
  MarkDraft,
} from "@/api/types";
import { ifMatch } from "@/api/version";
import type { Strokes } from "@/lib/strokes";
import type { Place } from "./outboxStore";

export const SLOT = "/api/v1/organisations/{id}/sessions/{session_id}/slots/{slot_id}" as const;
const SESSION = "/api/v1/organisations/{id}/sessions/{session_id}" as const;

/** Others sign and mark meanwhile. */
const LOOK_EVERY_MS = 20_000;

export const at = ({ organisation, session, slot }: Place) => ({
  id: organisation,
  session_id: session,
  slot_id: slot,
});

export const sheetKey = (place: Place) => [
  "organisation",
  place.organisation,
  "session",
  place.session,
  "attendance",
  place.slot,
];

export const sheetQuery = (place: Place) =>
  queryOptions({
    queryKey: sheetKey(place),
    queryFn: ({ signal }) =>
      unwrap(api.GET(`${SLOT}/attendance`, { params: { path: at(place) }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === "open" ? LOOK_EVERY_MS : false),
    refetchOnMount: "always",
  });

/** Where the sheets of a session stand, by time. */
export const sheetsQuery = (organisation: string, session: string) =>
  queryOptions({
    queryKey: ["organisation", organisation, "session", session, "sheets"],
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation, session_id: session } };
      return (await unwrap(api.GET(`${SESSION}/attendance`, { params, signal }))).items;
    },
  });

export const historyQuery = (place: Place, enrolment: string) =>
  queryOptions({
    queryKey: [...sheetKey(place), "history", enrolment],
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const params = { path: at(place), query: { enrolment_id: enrolment } };
      return (await unwrap(api.GET(`${SLOT}/attendance/marks`, { params, signal }))).items;
    },
  });

export const qrQuery = (place: Place, part: HalfDayPart) =>
  queryOptions({
    queryKey: [...sheetKey(place), "qr", part],
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) =>
      unwrap(api.GET(`${SLOT}/qr`, { params: { path: at(place), query: { part } }, signal })),
  });

const bytes = async (call: Parameters<typeof unwrap<unknown>>[0]): Promise<Blob> =>
  (await unwrap(call)) as Blob;

export const downloadSheet = (place: Place, format: AttendanceExport): Promise<Blob> =>
  bytes(
    api.GET(`${SESSION}/attendance-export`, {
      params: {
        path: { id: place.organisation, session_id: place.session },
        query: { scope: "slot", format, slot_id: place.slot },
      },
      parseAs: "blob",
    }),
  );

export const downloadBlank = (place: Place): Promise<Blob> =>
  bytes(api.GET(`${SLOT}/blank-sheet`, { params: { path: at(place) }, parseAs: "blob" }));

export const downloadAttendanceFile = (place: Place, file: string): Promise<Blob> =>
  bytes(
    api.GET(`${SESSION}/attendance-files/{file_id}`, {
      params: {
        path: { id: place.organisation, session_id: place.session, file_id: file },
      },
      parseAs: "blob",
    }),
  );

export interface Rectification {
  enrolment_id: string;
  part: HalfDayPart;
  seen_number: number;
  mark: MarkDraft;
  proof_file_id: string | null;
  reason: string;
}

/** Changes to a sheet; each answers the whole sheet, which the cache then holds. */
export function useSheetChanges(place: Place) {
  const cache = useQueryClient();
  const params = { path: at(place) };
  const settle = async (call: Promise<AttendanceSheet>): Promise<AttendanceSheet> => {
    const sheet = await call;
    await cache.cancelQueries({ queryKey: sheetKey(place), exact: true });
    cache.setQueryData(sheetQuery(place).queryKey, sheet);
    // The slots and the overview show where sheets stand.
    const session = ["organisation", place.organisation, "session", place.session];
    void cache.invalidateQueries({ queryKey: [...session, "slots"] });
    void cache.invalidateQueries({ queryKey: [...session, "sheets"] });
    return sheet;
  };
  return {
    /** What is there now, read anew. */
    look: () => cache.fetchQuery({ ...sheetQuery(place), staleTime: 0 }),
    show: (sheet: AttendanceSheet) => cache.setQueryData(sheetQuery(place).queryKey, sheet),
    sign: (body: { part: HalfDayPart; drawing?: Strokes; password?: string; device: string }) =>
      settle(unwrap(api.POST(`${SLOT}/attendance/signature`, { params, body }))),
    collect: (enrolment: string, part: HalfDayPart, drawing: Strokes) =>
      settle(
        unwrap(
          api.POST(`${SLOT}/attendance/collected-signatures`, {
            params,
            body: { enrolment_id: enrolment, part, drawing },
          }),
        ),
      ),
    reopen: (minutes: number, reason: string) =>
      settle(
        unwrap(api.POST(`${SLOT}/attendance/reopening`, { params, body: { minutes, reason } })),
      ),
    sendLinks: (enrolments: string[] | null): Promise<LinksSent> =>
      unwrap(api.POST(`${SLOT}/attendance/links`, { params, body: { enrolment_ids: enrolments } })),
    teach: (text: string) =>
      settle(unwrap(api.PUT(`${SLOT}/attendance/taught`, { params, body: { text } }))),
    scan: (file: string | null) =>
      settle(unwrap(api.PUT(`${SLOT}/attendance/paper`, { params, body: { file_id: file } }))),
    close: (version: number) =>
      settle(
        unwrap(
          api.POST(`${SLOT}/attendance/close`, {
            params: { ...params, header: ifMatch(version) },
          }),
        ),
      ),
    rectify: (body: Rectification) =>
      settle(unwrap(api.POST(`${SLOT}/attendance/rectifications`, { params, body }))),
    decide: (contest: string, body: ContestDecisionBody) =>
      settle(
        unwrap(
          api.POST(`${SLOT}/attendance/contests/{contest_id}/decision`, {
            params: { path: { ...at(place), contest_id: contest } },
            body,
          }),
        ),
      ),
  };
}
