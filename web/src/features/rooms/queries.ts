// Rooms and their messages. Messages are read page by page, then kept up to date by asking what changed since.
import {
  type InfiniteData,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import type { Answer, Body } from "@/api/types";

export type Room = Answer<"get_room">;
export type Messages = Answer<"list_messages">;
export type Message = Messages["items"][number];
export type Draft = Body<"send_message">;

const PAGE = 40;
const ROOM = "/api/v1/rooms/{id}" as const;
const MESSAGE = `${ROOM}/messages/{message_id}` as const;

export const useRooms = () =>
  useInfiniteQuery({
    queryKey: ["rooms", "list"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/rooms", {
          params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export const roomQuery = (id: string) =>
  queryOptions({
    queryKey: ["rooms", id, "view"],
    queryFn: ({ signal }) => unwrap(api.GET(ROOM, { params: { path: { id } }, signal })),
  });

/** Where a page of messages begins: `null` at the first one not read, else on either side of a place. */
type Start = { before: number } | { after: number } | null;

const messagesKey = (id: string) => ["room-messages", id];

export const useMessages = (id: string) =>
  useInfiniteQuery({
    queryKey: messagesKey(id),
    initialPageParam: null as Start,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET(`${ROOM}/messages`, {
          params: {
            path: { id },
            query: { limit: PAGE, ...(pageParam ?? { around: "first_unread" }) },
          },
          signal,
        }),
      ),
    getPreviousPageParam: (page): Start => (page.before == null ? null : { before: page.before }),
    getNextPageParam: (page): Start => (page.after == null ? null : { after: page.after }),
    // What is new comes as changes; reading all pages again would move what is being read.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

type Pages = InfiniteData<Messages, Start>;

/** Puts changed messages where they stand; new ones go at the end, once the end has been read. */
export function merged(data: Pages, changed: Message[]): Pages {
  const known = new Set(data.pages.flatMap(({ items }) => items.map(({ id }) => id)));
  const newer = new Map(changed.map((message) => [message.id, message]));
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.map((message) => newer.get(message.id) ?? message),
  }));
  const last = pages.at(-1);
  if (!last || last.after != null) return { ...data, pages };
  const end = last.items.at(-1)?.position ?? 0;
  const added = changed
    .filter(({ id, position }) => !known.has(id) && position != null && position > end)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  return { ...data, pages: [...pages.slice(0, -1), { ...last, items: [...last.items, ...added] }] };
}

async function catchUp(cache: QueryClient, id: string, after: number, signal: AbortSignal) {
  let seen = after;
  for (;;) {
    const changes = await unwrap(
      api.GET(`${ROOM}/changes`, { params: { path: { id }, query: { after: seen } }, signal }),
    );
    cache.setQueryData<Pages>(messagesKey(id), (data) => data && merged(data, changes.items));
    seen = changes.after;
    if (!changes.has_more) return seen;
  }
}

/** Asks what changed since the messages were read, each time a hint says that something did. */
export function useRoomChanges(id: string, from: number | undefined) {
  const cache = useQueryClient();
  const queryKey = ["rooms", id, "changes"];
  return useQuery({
    queryKey,
    enabled: from !== undefined,
    queryFn: ({ signal }) =>
      catchUp(cache, id, Math.max(from ?? 0, cache.getQueryData<number>(queryKey) ?? 0), signal),
    gcTime: 0,
  });
}

const idOf = (id: string, message: string) => ({ path: { id, message_id: message } });

export function useRoomActions(id: string) {
  const cache = useQueryClient();
  const settled = async <T>(call: Promise<T>): Promise<T> => {
    const answer = await call;
    await cache.invalidateQueries({ queryKey: ["rooms", id] });
    void cache.invalidateQueries({ queryKey: ["rooms", "list"] });
    return answer;
  };
  return {
    send: (body: Draft) =>
      settled(unwrap(api.POST(`${ROOM}/messages`, { params: { path: { id } }, body }))),
    edit: (message: Message, text: string) =>
      settled(
        unwrap(
          api.PUT(MESSAGE, {
            params: { ...idOf(id, message.id), header: { "If-Match": `"${message.version}"` } },
            body: { text },
          }),
        ),
      ),
    remove: (message: string) =>
      settled(unwrap(api.DELETE(MESSAGE, { params: idOf(id, message) }))),
    report: (message: string, body: Body<"report_message">) =>
      settled(unwrap(api.POST(`${MESSAGE}/reports`, { params: idOf(id, message), body }))),
    prefer: (body: Body<"update_room_preferences">) =>
      settled(unwrap(api.PUT(`${ROOM}/preferences`, { params: { path: { id } }, body }))),
    read: (position: number) =>
      settled(
        unwrap(
          api.PUT(`${ROOM}/read-position`, {
            params: { path: { id } },
            body: { position, is_marked_unread: false },
          }),
        ),
      ),
    close: () => settled(unwrap(api.POST(`${ROOM}/close`, { params: { path: { id } } }))),
    erase: async () => {
      await unwrap(api.DELETE(ROOM, { params: { path: { id } } }));
      await cache.invalidateQueries({ queryKey: ["rooms", "list"] });
    },
    block: async (profile: string) => {
      await unwrap(
        api.PUT("/api/v1/me/blocked-people/{profile_id}", {
          params: { path: { profile_id: profile } },
        }),
      );
      await cache.resetQueries({ queryKey: messagesKey(id) });
      await cache.invalidateQueries({ queryKey: ["rooms"] });
    },
    file: (message: string, file: string, name: string) =>
      downloaded(
        api.GET(`${MESSAGE}/files/{file_id}`, {
          params: { path: { id, message_id: message, file_id: file } },
          parseAs: "blob",
        }),
        name,
      ),
  };
}
