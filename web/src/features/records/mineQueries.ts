// One's own attendance and certificates, and what whoever holds a link or a document may ask.
import {
  type InfiniteData,
  queryOptions,
  useInfiniteQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import type { MyAttendance, MySlot, SignatureBody } from "@/api/types";
import { deviceKey } from "@/lib/device";
import type { Strokes } from "@/lib/strokes";
import { withSlot } from "./model/own";
import { type Rectification, rectificationsIn } from "./model/rectifications";

export type SheetFormat = "pdf" | "csv" | "xlsx" | "json";
export type CertificateFormat = "pdf" | "json";
export type Part = SignatureBody["part"];

const MINE = ["my-attendance"];

const LIST = [...MINE, "sessions"];

/** While a half-day is open for signing, what waits for a signature is asked anew. */
const LOOK_EVERY_MS = 60_000;

/** One's own attendance, session by session, the latest first. */
export function useMySessions() {
  return useInfiniteQuery({
    queryKey: LIST,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam } : {};
      return unwrap(api.GET("/api/v1/me/attendance", { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
    refetchInterval: LOOK_EVERY_MS,
  });
}

/** A slot of one's own as it is now: read before it is signed. */
export const mySlotQuery = (slot: string) =>
  queryOptions({
    queryKey: [...MINE, "slot", slot],
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) => {
      const params = { path: { slot_id: slot } };
      return unwrap(api.GET("/api/v1/me/attendance/slots/{slot_id}", { params, signal }));
    },
  });

export const myCertificatesQuery = queryOptions({
  queryKey: ["my-certificates"],
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET("/api/v1/me/certificates", { signal }))).items,
});

/** What was rectified of one's own marks, as the signed sheet tells it. */
export const myRectificationsQuery = (session: string, enrolment: string) =>
  queryOptions({
    queryKey: [...MINE, session, "rectifications"],
    queryFn: async ({ signal }): Promise<Rectification[]> => {
      const params = {
        path: { session_id: session },
        query: { format: "json" as const },
      };
      const sheet: unknown = await unwrap(
        api.GET("/api/v1/me/attendance/sessions/{session_id}/export", {
          params,
          signal,
          parseAs: "json",
        }),
      );
      return rectificationsIn(sheet, enrolment);
    },
  });

/** How one signs: a drawing, or the account with its password given once more. */
export type Signing = { drawing: Strokes } | { password: string };

export function useMyAttendance() {
  const cache = useQueryClient();
  /** The slot as it is now takes the place of the one that was shown; figures are asked anew. */
  const settle = async (slot: MySlot): Promise<MySlot> => {
    cache.setQueryData<InfiniteData<{ items: MyAttendance[] }>>(LIST, (list) =>
      list ? { ...list, pages: list.pages.map((page) => withSlot(page, slot)) } : list,
    );
    void cache.invalidateQueries({ queryKey: MINE });
    return slot;
  };
  return {
    sign: async (slot: string, part: Part, signing: Signing) => {
      const params = { path: { slot_id: slot } };
      const body = { part, ...signing, device: deviceKey() };
      return settle(
        await unwrap(api.POST("/api/v1/me/attendance/slots/{slot_id}/signature", { params, body })),
      );
    },
    contest: async (slot: string, part: Part, text: string) => {
      const params = { path: { slot_id: slot } };
      const body = { part, text };
      return settle(
        await unwrap(api.POST("/api/v1/me/attendance/slots/{slot_id}/contests", { params, body })),
      );
    },
    scan: async (slot: string, code: string, exit: boolean) => {
      const body = { slot_id: slot, code, exit, device: deviceKey() };
      return settle(await unwrap(api.POST("/api/v1/me/attendance/qr", { body })));
    },
  };
}

export const downloadMySheet = (session: string, format: SheetFormat) =>
  downloaded(
    api.GET("/api/v1/me/attendance/sessions/{session_id}/export", {
      params: { path: { session_id: session }, query: { format } },
      parseAs: "blob",
    }),
    `emargement.${format}`,
  );

export const downloadMyCertificate = (id: string, number: string, format: CertificateFormat) =>
  downloaded(
    api.GET("/api/v1/me/certificates/{certificate_id}", {
      params: { path: { certificate_id: id }, query: { format } },
      parseAs: "blob",
    }),
    `${number}.${format}`,
  );

export const downloadMyFile = (file: string) =>
  downloaded(
    api.GET("/api/v1/me/attendance/files/{file_id}", {
      params: { path: { file_id: file } },
      parseAs: "blob",
    }),
    "justificatif",
  );

export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ["signature-link", token],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/attendance-links/{token}", { params: { path: { token } }, signal })),
  });

export function useLinkSignature(token: string) {
  const cache = useQueryClient();
  return async (part: Part, drawing: Strokes): Promise<MySlot> => {
    const params = { path: { token } };
    const body = { part, drawing, device: deviceKey() };
    const slot = await unwrap(
      api.POST("/api/v1/attendance-links/{token}/signature", { params, body }),
    );
    cache.setQueryData(linkQuery(token).queryKey, slot);
    return slot;
  };
}

export const documentQuery = (code: string) =>
  queryOptions({
    queryKey: ["document", code],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/documents/{code}", { params: { path: { code } }, signal })),
  });

/** The keys that verify documents offline, as the program reads them. */
export const downloadKeys = async () => {
  const keys = await unwrap(api.GET("/api/v1/verification-keys"));
  const content = new Blob([JSON.stringify(keys, null, 2)], { type: "application/json" });
  return { content, name: "cles-carnet.json" };
};
