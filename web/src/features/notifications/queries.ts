// What one was told inside the app: the list, how much of it is new, and what was read.
import { queryOptions, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Answer } from "@/api/types";

export type NotificationSettings = Answer<"get_notification_settings">;
export type Told = Answer<"list_notifications">["items"][number];

const PAGE = 30;
const ALL = ["notifications"];
const ADDRESS = "/api/v1/me/notifications" as const;

export const useTold = () =>
  useInfiniteQuery({
    queryKey: [...ALL, "list"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET(ADDRESS, {
          params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** How many notices are new; undefined until it is known. */
export const useUnread = (): number | undefined =>
  useQuery({
    queryKey: [...ALL, "count"],
    queryFn: ({ signal }) => unwrap(api.GET(`${ADDRESS}/count`, { signal })),
  }).data?.unread;

export function useReading() {
  const cache = useQueryClient();
  const settled = async (call: Promise<unknown>) => {
    await call;
    await cache.invalidateQueries({ queryKey: ALL });
  };
  return {
    read: (id: string) =>
      settled(unwrap(api.PUT(`${ADDRESS}/{id}/read`, { params: { path: { id } } }))),
    /** What was told since it was shown stays new. */
    readDownFrom: ({ id, told_at }: Told) =>
      settled(unwrap(api.POST(`${ADDRESS}/read`, { body: { up_to: id, told_at } }))),
  };
}

const SETTINGS = "/api/v1/me/notification-settings" as const;

export const settingsQuery = queryOptions({
  queryKey: ["notification-settings"],
  queryFn: ({ signal }) => unwrap(api.GET(SETTINGS, { signal })),
});

export function useSaveSettings() {
  const cache = useQueryClient();
  return async (body: NotificationSettings) => {
    const saved = await unwrap(api.PUT(SETTINGS, { body }));
    cache.setQueryData(settingsQuery.queryKey, saved);
    // What is not listed any more is not counted either.
    await cache.invalidateQueries({ queryKey: ALL });
  };
}
