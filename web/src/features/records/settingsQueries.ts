// What an organisation and its sessions ask of attendance.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { AttendanceSettings, Body, SessionAttendanceSettings } from "@/api/types";
import { ifMatch } from "@/api/version";
import { at, key, type Place, SESSION } from "./queries";

export const sessionSettingsQuery = (place: Place) =>
  queryOptions({
    queryKey: key(place, "settings"),
    queryFn: ({ signal }) =>
      unwrap(api.GET(`${SESSION}/attendance-settings`, { params: { path: at(place) }, signal })),
  });

export const settingsQuery = (organisation: string) =>
  queryOptions({
    queryKey: ["organisation", organisation, "attendance-settings"],
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation } };
      return unwrap(api.GET("/api/v1/organisations/{id}/attendance-settings", { params, signal }));
    },
  });

/** Says what a session asks; answers what is there afterwards. */
export function useSessionSettingsChange(place: Place) {
  const cache = useQueryClient();
  return async (
    body: Body<"update_session_attendance_settings">,
    version: number,
  ): Promise<SessionAttendanceSettings> => {
    const params = { path: at(place), header: ifMatch(version) };
    const written = await unwrap(api.PUT(`${SESSION}/attendance-settings`, { params, body }));
    cache.setQueryData(sessionSettingsQuery(place).queryKey, written);
    return written;
  };
}

/** Says when people of the organisation's sessions are told of low attendance, and who. */
export function useSettingsChange(organisation: string) {
  const cache = useQueryClient();
  return async (
    body: Body<"update_attendance_settings">,
    version: number,
  ): Promise<AttendanceSettings> => {
    const params = { path: { id: organisation }, header: ifMatch(version) };
    const written = await unwrap(
      api.PUT("/api/v1/organisations/{id}/attendance-settings", { params, body }),
    );
    cache.setQueryData(settingsQuery(organisation).queryKey, written);
    return written;
  };
}
