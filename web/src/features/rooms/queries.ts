// Rooms: the list, one of them, who is in it, what is found in them.
import { keepPreviousData, queryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { Answer } from "@/api/bodies";
import { api, unwrap } from "@/api/client";
import type { Room } from "./types";

const PAGE = 40;
/** The most that the server answers at once. */
const MOST = 100;
export const ROOM = "/api/v1/rooms/{id}" as const;

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

/** The rooms of one session that one reads: all pages are looked through. */
export const sessionRoomsQuery = (session: string) =>
  queryOptions({
    queryKey: ["rooms", "list", session],
    queryFn: async ({ signal }) => {
      const rooms: Room[] = [];
      let cursor: string | null = null;
      do {
        const page: Answer<"list_rooms"> = await unwrap(
          api.GET("/api/v1/rooms", {
            params: { query: { limit: MOST, ...(cursor ? { cursor } : {}) } },
            signal,
          }),
        );
        rooms.push(...page.items);
        cursor = page.next_cursor ?? null;
      } while (cursor);
      return rooms.filter((room) => room.session?.id === session);
    },
  });

export const roomQuery = (id: string) =>
  queryOptions({
    queryKey: ["rooms", id, "view"],
    queryFn: ({ signal }) => unwrap(api.GET(ROOM, { params: { path: { id } }, signal })),
  });

export const membersQuery = (id: string) =>
  queryOptions({
    queryKey: ["rooms", id, "members"],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET(`${ROOM}/members`, { params: { path: { id } }, signal }))).items,
  });

/** Messages that wait to be let through: all of them for those who moderate, one's own for the others. */
export const useWaiting = (id: string, enabled = true) =>
  useInfiniteQuery({
    queryKey: ["rooms", id, "waiting"],
    enabled,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET(`${ROOM}/waiting-messages`, {
          params: {
            path: { id },
            query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

const FEWEST_LETTERS = 2;

/** Words as they are searched; null while there are too few of them. */
export const searchable = (words: string | undefined): string | null => {
  const asked = (words ?? "").trim();
  return [...asked].length >= FEWEST_LETTERS ? asked : null;
};

export const useFoundMessages = (q: string | null, room: string | undefined) =>
  useInfiniteQuery({
    queryKey: ["rooms", "search", q, room ?? null],
    enabled: q !== null,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/message-search", {
          params: {
            query: {
              q: q ?? "",
              limit: PAGE,
              ...(room ? { room } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? null,
    placeholderData: keepPreviousData,
  });
