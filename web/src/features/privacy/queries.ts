// One's own data: what is visible to whom, who saw it, the receipts, the copy, the erasure; and what the platform publishes of it.
import { queryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { DataExport } from "@/api/types";
import { fingerprint } from "./model/receipt";

const PAGE = 30;
/** How often a copy that is being put together is asked about. */
const LOOK_EVERY_MS = 1_500;
/** Of everything here; hints about shares, offers, rooms and quizzes ask for it again. */
export const PRIVACY = ["privacy"];

const paged = (cursor: string | null, limit = PAGE) => ({
  query: { limit, ...(cursor ? { cursor } : {}) },
});
const first = null as string | null;

export const overviewQuery = queryOptions({
  queryKey: [...PRIVACY, "overview"],
  staleTime: 0,
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/privacy", { signal })),
});

/** What was ever shared, by company, the latest first. */
export const useShares = () =>
  useInfiniteQuery({
    queryKey: [...PRIVACY, "shares"],
    initialPageParam: first,
    staleTime: 0,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/me/shares", { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export const useReadings = () =>
  useInfiniteQuery({
    queryKey: [...PRIVACY, "readings"],
    initialPageParam: first,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/me/profile-accesses", { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export const useAppearances = () =>
  useInfiniteQuery({
    queryKey: [...PRIVACY, "appearances"],
    initialPageParam: first,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/me/profile-appearances", { params: paged(pageParam, 50), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** The times that the platform's own people looked. */
export const useStaffAccesses = () =>
  useInfiniteQuery({
    queryKey: [...PRIVACY, "staff-accesses"],
    initialPageParam: first,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/me/data-accesses", { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export const useReceipts = () =>
  useInfiniteQuery({
    queryKey: [...PRIVACY, "receipts"],
    initialPageParam: first,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/me/receipts", { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export const useRoomReceipts = () =>
  useInfiniteQuery({
    queryKey: [...PRIVACY, "room-receipts"],
    initialPageParam: first,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/me/room-receipts", { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** The signed document, as it is downloaded. */
export const receiptQuery = (id: string) =>
  queryOptions({
    queryKey: [...PRIVACY, "receipts", id],
    // It never changes.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/me/receipts/{id}", { params: { path: { id } }, signal })),
  });

/** A text people agreed to, in force or not. */
export const policyQuery = (version: string) =>
  queryOptions({
    queryKey: ["policies", version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const policy = await unwrap(
        api.GET("/api/v1/policies/{version}", { params: { path: { version } }, signal }),
      );
      return { ...policy, computed: await fingerprint(policy.text) };
    },
  });

export const isUnderway = ({ status }: DataExport): boolean =>
  status === "waiting" || status === "running";

export const useDataExports = () =>
  useInfiniteQuery({
    queryKey: [...PRIVACY, "copies"],
    initialPageParam: first,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/me/data-exports", { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isUnderway)) ? LOOK_EVERY_MS : false,
  });

export const registerQuery = queryOptions({
  queryKey: ["processing-register"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET("/api/v1/privacy/register", { signal }))).items,
});

export const useDisclosureChecks = () =>
  useInfiniteQuery({
    queryKey: ["disclosure-checks"],
    initialPageParam: first,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/v1/privacy/disclosure-checks", { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
