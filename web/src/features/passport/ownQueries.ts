// One's own passport: what happened in it, its map, its entries with their proofs.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import type { EntryEvidence, EntryProof, EntryReply } from "@/api/types";
import type { TimelineFilter } from "./search";

const PAGE = 50;
const MINE = ["my-passport"];
const ENTRY = "/api/v1/me/passport/entries/{entry_id}" as const;
const EVIDENCE = "/api/v1/me/passport/evidence/{evidence_id}" as const;

export const skillMapQuery = queryOptions({
  queryKey: [...MINE, "map"],
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET("/api/v1/me/passport/map", { signal }))).items,
});

/** What happened in one's passport, newest first. */
export const useMyEntries = (filter: TimelineFilter) =>
  useInfiniteQuery({
    queryKey: [...MINE, "entries", filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      return unwrap(api.GET("/api/v1/me/passport/entries", { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export const myEntryQuery = (entry: string) =>
  queryOptions({
    queryKey: [...MINE, "entry", entry],
    queryFn: ({ signal }) =>
      unwrap(api.GET(ENTRY, { params: { path: { entry_id: entry } }, signal })),
  });

export const downloadMyEvidence = (evidence: string) =>
  downloaded(
    api.GET(`${EVIDENCE}/file`, { params: { path: { evidence_id: evidence } }, parseAs: "blob" }),
    "preuve",
  );

export function useMyEntry(entry: string) {
  const cache = useQueryClient();
  return {
    /** Says who sees an element of evidence. */
    show: async (evidence: string, visibility: EntryEvidence["visibility"]) => {
      const params = { path: { evidence_id: evidence } };
      const written: EntryProof = await unwrap(api.PUT(EVIDENCE, { params, body: { visibility } }));
      cache.setQueryData(myEntryQuery(entry).queryKey, written);
    },
    /** Says something of an entry; it is read with it from then on. */
    reply: async (text: string): Promise<EntryReply> => {
      const params = { path: { entry_id: entry } };
      const reply = await unwrap(api.POST(`${ENTRY}/replies`, { params, body: { text } }));
      await cache.invalidateQueries({ queryKey: MINE });
      return reply;
    },
    /** Asks anew: something was written meanwhile. */
    renew: () => cache.invalidateQueries({ queryKey: MINE }),
  };
}
