// The records of a session, for those who run or train it.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import type {
  AttendanceProofBody,
  CertificateBody,
  CertificateReplacementBody,
  ContestDecisionBody,
} from "@/api/types";
import type { CertificateFormat, SheetFormat } from "./mineQueries";

export const SESSION = "/api/v1/organisations/{id}/sessions/{session_id}" as const;
const SLOT = `${SESSION}/slots/{slot_id}` as const;

/** A session, as the API's paths name it. */
export interface Place {
  organisation: string;
  session: string;
}

export const at = ({ organisation, session }: Place) => ({ id: organisation, session_id: session });
/** All that is known of a session: what is written here shows in its slots too. */
const sessionKey = ({ organisation, session }: Place) => [
  "organisation",
  organisation,
  "session",
  session,
];
export const key = (place: Place, ...rest: string[]) => [...sessionKey(place), "records", ...rest];

export const sheetsQuery = (place: Place) =>
  queryOptions({
    queryKey: key(place, "sheets"),
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET(`${SESSION}/attendance`, { params: { path: at(place) }, signal })))
        .items,
  });

/** One sheet, whole. */
export const sheetQuery = (place: Place, slot: string) =>
  queryOptions({
    queryKey: key(place, "sheet", slot),
    queryFn: ({ signal }) => {
      const params = { path: { ...at(place), slot_id: slot } };
      return unwrap(api.GET(`${SLOT}/attendance`, { params, signal }));
    },
  });

export const contestsQuery = (place: Place) =>
  queryOptions({
    queryKey: key(place, "contests"),
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET(`${SESSION}/contests`, { params: { path: at(place) }, signal }))).items,
  });

export const totalsQuery = (place: Place) =>
  queryOptions({
    queryKey: key(place, "totals"),
    queryFn: ({ signal }) =>
      unwrap(api.GET(`${SESSION}/attendance-totals`, { params: { path: at(place) }, signal })),
  });

export const anomaliesQuery = (place: Place) =>
  queryOptions({
    queryKey: key(place, "anomalies"),
    // It is looked at before an inspector comes: as things are now.
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const params = { path: at(place) };
      return (await unwrap(api.GET(`${SESSION}/attendance-anomalies`, { params, signal }))).items;
    },
  });

export const edofQuery = (place: Place) =>
  queryOptions({
    queryKey: key(place, "edof"),
    queryFn: ({ signal }) =>
      unwrap(api.GET(`${SESSION}/edof`, { params: { path: at(place) }, signal })),
  });

export const proofsQuery = (place: Place) =>
  queryOptions({
    queryKey: key(place, "proofs"),
    queryFn: async ({ signal }) => {
      const params = { path: at(place) };
      return (await unwrap(api.GET(`${SESSION}/attendance-proofs`, { params, signal }))).items;
    },
  });

export const certificatesQuery = (place: Place) =>
  queryOptions({
    queryKey: key(place, "certificates"),
    queryFn: async ({ signal }) => {
      const params = { path: at(place) };
      return (await unwrap(api.GET(`${SESSION}/certificates`, { params, signal }))).items;
    },
  });

export function useRecordChanges(place: Place) {
  const cache = useQueryClient();
  const settled = async <T>(call: Promise<T>): Promise<T> => {
    const answer = await call;
    await cache.invalidateQueries({ queryKey: sessionKey(place) });
    return answer;
  };
  const params = { path: at(place) };
  return {
    decide: (slot: string, contest: string, body: ContestDecisionBody) => {
      const path = { ...at(place), slot_id: slot, contest_id: contest };
      return settled(
        unwrap(
          api.POST(`${SLOT}/attendance/contests/{contest_id}/decision`, { params: { path }, body }),
        ),
      );
    },
    prove: (body: AttendanceProofBody) =>
      settled(unwrap(api.POST(`${SESSION}/attendance-proofs`, { params, body }))),
    withdraw: (proof: string, reason: string) => {
      const path = { ...at(place), proof_id: proof };
      const body = { reason };
      return settled(
        unwrap(
          api.POST(`${SESSION}/attendance-proofs/{proof_id}/withdraw`, { params: { path }, body }),
        ),
      );
    },
    issue: (body: CertificateBody) =>
      settled(unwrap(api.POST(`${SESSION}/certificates`, { params, body }))),
    replace: (certificate: string, body: CertificateReplacementBody) => {
      const path = { ...at(place), certificate_id: certificate };
      return settled(
        unwrap(
          api.POST(`${SESSION}/certificates/{certificate_id}/replacement`, {
            params: { path },
            body,
          }),
        ),
      );
    },
    /** Asks anew: somebody else was faster. */
    refresh: () => cache.invalidateQueries({ queryKey: key(place) }),
  };
}

/** What part of a session is exported. */
export type Scope =
  | { scope: "session" }
  | { scope: "slot"; slot_id: string }
  | { scope: "week"; week: string }
  | { scope: "trainee"; enrolment_id: string };

export const downloadSheet = (place: Place, scope: Scope, format: SheetFormat) =>
  downloaded(
    api.GET(`${SESSION}/attendance-export`, {
      params: { path: at(place), query: { ...scope, format } },
      parseAs: "blob",
    }),
    `emargement.${format}`,
  );

export const downloadBlankSheet = (place: Place, slot: string) =>
  downloaded(
    api.GET(`${SLOT}/blank-sheet`, {
      params: { path: { ...at(place), slot_id: slot } },
      parseAs: "blob",
    }),
    "feuille-a-signer.pdf",
  );

export const downloadFile = (place: Place, file: string) =>
  downloaded(
    api.GET(`${SESSION}/attendance-files/{file_id}`, {
      params: { path: { ...at(place), file_id: file } },
      parseAs: "blob",
    }),
    "piece",
  );

export const downloadCertificate = (
  place: Place,
  { id, number }: { id: string; number: string },
  format: CertificateFormat,
) =>
  downloaded(
    api.GET(`${SESSION}/certificates/{certificate_id}`, {
      params: { path: { ...at(place), certificate_id: id }, query: { format } },
      parseAs: "blob",
    }),
    `${number}.${format}`,
  );
