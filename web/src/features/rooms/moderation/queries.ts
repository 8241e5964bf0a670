// What those who moderate read and do: messages that wait, reports, people who were put out.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import type { Body } from "@/api/types";
import { idOf, useSettled } from "../actions";
import { ROOM } from "../queries";

const PAGE = 20;
const MESSAGE = `${ROOM}/messages/{message_id}` as const;
const REPORTS = "/api/v1/room-reports" as const;
const REPORT = `${REPORTS}/{id}` as const;

export const useReports = (open: boolean) =>
  useInfiniteQuery({
    queryKey: ["room-reports", "list", open],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET(REPORTS, {
          params: { query: { open, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ["room-reports", id],
    queryFn: ({ signal }) => unwrap(api.GET(REPORT, { params: { path: { id } }, signal })),
    // Whoever of the platform reads a private room leaves a trace: it is read when it is asked for.
    refetchOnReconnect: false,
  });

export const historyQuery = (room: string, message: string) =>
  queryOptions({
    queryKey: ["rooms", room, "history", message],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET(`${MESSAGE}/history`, { params: idOf(room, message), signal }))).items,
  });

export function useModeration(room: string) {
  const settled = useSettled(room);
  return {
    approve: (message: string) =>
      settled(unwrap(api.POST(`${MESSAGE}/approval`, { params: idOf(room, message) }))),
    refuse: (message: string, reason: string) =>
      settled(
        unwrap(api.POST(`${MESSAGE}/refusal`, { params: idOf(room, message), body: { reason } })),
      ),
    remove: (message: string, reason: string) =>
      settled(
        unwrap(api.POST(`${MESSAGE}/removal`, { params: idOf(room, message), body: { reason } })),
      ),
    readmit: (profile: string) =>
      settled(
        unwrap(
          api.DELETE(`${ROOM}/expulsions/{profile_id}`, {
            params: { path: { id: room, profile_id: profile } },
          }),
        ),
      ),
  };
}

export function useJudging(id: string) {
  const cache = useQueryClient();
  const settled = async <T>(call: Promise<T>): Promise<T> => {
    const details = await call;
    cache.setQueryData(["room-reports", id], details);
    await cache.invalidateQueries({ queryKey: ["room-reports", "list"] });
    void cache.invalidateQueries({ queryKey: ["rooms"] });
    return details;
  };
  const params = { path: { id } };
  return {
    hide: (hidden: boolean) =>
      settled(unwrap(api.PUT(`${REPORT}/hidden`, { params, body: { hidden } }))),
    decide: (body: Body<"decide_room_report">) =>
      settled(unwrap(api.POST(`${REPORT}/decision`, { params, body }))),
    file: (file: string, name: string) =>
      downloaded(
        api.GET(`${REPORT}/files/{file_id}`, {
          params: { path: { id, file_id: file } },
          parseAs: "blob",
        }),
        name,
      ),
  };
}
