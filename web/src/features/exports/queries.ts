// What leaves one's passport, by one's own will alone: exports, single proofs, badges, links; and what comes in from elsewhere.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import type { PassportExport, PassportExportBody, PassportShareBody } from "@/api/types";

const PAGE = 20;
/** How often an export that is being written is asked about. */
const LOOK_EVERY_MS = 1_500;
const MINE = ["my-passport"];
const PASSPORT = "/api/v1/me/passport" as const;
const EXPORT = `${PASSPORT}/exports/{id}` as const;

const paged = (cursor: string | null) => ({
  query: { limit: PAGE, ...(cursor ? { cursor } : {}) },
});

export const isUnderway = ({ status }: Pick<PassportExport, "status">): boolean =>
  status === "waiting" || status === "running";

/** One's exports, newest first; asked for again while one of them is being written. */
export const useExports = () =>
  useInfiniteQuery({
    queryKey: [...MINE, "exports"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET(`${PASSPORT}/exports`, { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isUnderway)) ? LOOK_EVERY_MS : false,
  });

/** Everything that left the passport, newest first. */
export const useLog = () =>
  useInfiniteQuery({
    queryKey: [...MINE, "log"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET(`${PASSPORT}/log`, { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** One's links, newest first. */
export const useShares = () =>
  useInfiniteQuery({
    queryKey: [...MINE, "shares"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET(`${PASSPORT}/shares`, { params: paged(pageParam), signal })),
    getNextPageParam: (page) => page.next_cursor ?? null,
    // How often it was looked at is read as it is now.
    staleTime: 0,
  });

export const importsQuery = queryOptions({
  queryKey: [...MINE, "imports"],
  queryFn: async ({ signal }) => (await unwrap(api.GET(`${PASSPORT}/imports`, { signal }))).items,
});

export const exportFile = (id: string) =>
  downloaded(api.GET(`${EXPORT}/file`, { params: { path: { id } }, parseAs: "blob" }), "carnet");

export function useExportChanges() {
  const cache = useQueryClient();
  const settled = async <T>(call: Promise<T>): Promise<T> => {
    const answer = await call;
    // Each of them is a line of the log too.
    await cache.invalidateQueries({ queryKey: MINE });
    return answer;
  };
  return {
    create: (body: PassportExportBody) =>
      settled(unwrap(api.POST(`${PASSPORT}/exports`, { body }))),
    fetch: (id: string) => settled(exportFile(id)),
    remove: (id: string) => settled(unwrap(api.DELETE(EXPORT, { params: { path: { id } } }))),
    /** One skill, proved without the rest; the file to hand on. */
    prove: (skill: string, atLeast: number | null) =>
      settled(
        downloaded(
          api.POST(`${PASSPORT}/disclosures`, {
            body: { skill, at_least: atLeast },
            parseAs: "blob",
          }),
          "carnet-preuve.json",
        ),
      ),
    /** A validation as an Open Badge. */
    badge: (validation: string, withName: boolean) =>
      settled(
        downloaded(
          api.POST("/api/v1/me/validations/{validation_id}/badge", {
            params: { path: { validation_id: validation } },
            body: { with_name: withName },
            parseAs: "blob",
          }),
          "badge.jwt",
        ),
      ),
    share: (body: PassportShareBody) => settled(unwrap(api.POST(`${PASSPORT}/shares`, { body }))),
    revoke: (id: string) =>
      settled(unwrap(api.POST(`${PASSPORT}/shares/{id}/revoke`, { params: { path: { id } } }))),
    take: (file: File) =>
      settled(
        unwrap(
          api.POST(`${PASSPORT}/imports`, {
            // The body is the file itself, which the schema can only call bytes.
            body: file as unknown as number[],
            bodySerializer: (sent: unknown) => sent as BodyInit,
            headers: { "content-type": "application/octet-stream" },
          }),
        ),
      ),
    forget: (id: string) =>
      settled(unwrap(api.DELETE(`${PASSPORT}/imports/{id}`, { params: { path: { id } } }))),
  };
}
