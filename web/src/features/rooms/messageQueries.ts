// Messages of a room: read page by page, then kept up to date by asking what changed since.
import {
  type QueryClient,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import { api, unwrap } from "@/api/client";
import { merged, type Pages, type Start, seenIn, without } from "./model/pages";
import { ROOM } from "./queries";

/** Where a reader comes in: at the first message they have not read, at the newest, or at a place. */
export type Entry = "first_unread" | "newest" | number;

const PAGE = 40;
/** How often changes are asked for while nothing tells of them. */
const WITHOUT_HINTS_MS = 15_000;

const messagesKey = (id: string, entry: Entry) => ["room-messages", id, entry] as const;
const changesKey = (id: string, entry: Entry) => ["rooms", id, "changes", entry] as const;

const startOf = (entry: Entry) => (entry === "newest" ? {} : { around: String(entry) });

export const useMessages = (id: string, entry: Entry) =>
  useInfiniteQuery({
    queryKey: messagesKey(id, entry),
    initialPageParam: null as Start,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET(`${ROOM}/messages`, {
          params: { path: { id }, query: { limit: PAGE, ...(pageParam ?? startOf(entry)) } },
          signal,
        }),
      ),
    getPreviousPageParam: (page): Start => (page.before == null ? null : { before: page.before }),
    getNextPageParam: (page): Start => (page.after == null ? null : { after: page.after }),
    // What is new comes as changes; reading all pages again would move what is being read.
    staleTime: "static",
    gcTime: 0,
  });

async function catchUp(cache: QueryClient, id: string, entry: Entry, signal: AbortSignal) {
  for (;;) {
    const pages = cache.getQueryData<Pages>(messagesKey(id, entry));
    if (!pages) return 0;
    const after = seenIn(pages);
    const changes = await unwrap(
      api.GET(`${ROOM}/changes`, { params: { path: { id }, query: { after } }, signal }),
    );
    cache.setQueryData<Pages>(
      messagesKey(id, entry),
      (data) => data && merged(data, changes.items, { after, to: changes.after }),
    );
    if (!changes.has_more) return changes.after;
  }
}

/** Asks what changed since the messages were read, each time a hint says that something did; by itself where no hints come. */
export function useRoomChanges(id: string, entry: Entry, pages: Pages | undefined, hints: boolean) {
  const cache = useQueryClient();
  const changes = useQuery({
    queryKey: changesKey(id, entry),
    enabled: pages !== undefined,
    queryFn: ({ signal }) => catchUp(cache, id, entry, signal),
    gcTime: 0,
    refetchInterval: hints ? false : WITHOUT_HINTS_MS,
  });
  const behind = pages !== undefined && changes.data !== undefined && seenIn(pages) < changes.data;
  const { isFetching, isError, refetch } = changes;
  // A page that came while changes were taken in is brought up to date as well.
  useEffect(() => {
    if (behind && !isFetching && !isError) void refetch();
  }, [behind, isFetching, isError, refetch]);
  return changes;
}

/** Hides in the pages that are read what somebody wrote who was just blocked. */
export const hideAuthor = (cache: QueryClient, id: string, profile: string): void => {
  cache.setQueriesData<Pages>(
    { queryKey: ["room-messages", id] },
    (data) => data && without(data, profile),
  );
};
