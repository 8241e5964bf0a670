// What is done in a room, with what is asked for again afterwards.
import { useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import type { Body } from "@/api/types";
import { hideAuthor } from "./messageQueries";
import { ROOM } from "./queries";
import type { Message, Room } from "./types";

const MESSAGE = `${ROOM}/messages/{message_id}` as const;

export const idOf = (id: string, message: string) => ({ path: { id, message_id: message } });
export const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });

/** Takes the call, then has everything about the room asked for again. */
export function useSettled(id: string) {
  const cache = useQueryClient();
  return async <T>(call: Promise<T>): Promise<T> => {
    const answer = await call;
    await cache.invalidateQueries({ queryKey: ["rooms", id] });
    void cache.invalidateQueries({ queryKey: ["rooms", "list"] });
    return answer;
  };
}

export function useRoomActions(id: string) {
  const cache = useQueryClient();
  const settled = useSettled(id);
  const params = { path: { id } };
  return {
    edit: (message: Message, text: string, version: number) =>
      settled(
        unwrap(
          api.PUT(MESSAGE, {
            params: { ...idOf(id, message.id), header: ifMatch(version) },
            body: { text },
          }),
        ),
      ),
    remove: (message: string) =>
      settled(unwrap(api.DELETE(MESSAGE, { params: idOf(id, message) }))),
    report: (message: string, body: Body<"report_message">) =>
      settled(unwrap(api.POST(`${MESSAGE}/reports`, { params: idOf(id, message), body }))),
    prefer: (body: Body<"update_room_preferences">) =>
      settled(unwrap(api.PUT(`${ROOM}/preferences`, { params, body }))),
    write: (writing: Room["writing"], version: number) =>
      settled(
        unwrap(
          api.PUT(`${ROOM}/settings`, {
            params: { ...params, header: ifMatch(version) },
            body: { writing },
          }),
        ),
      ),
    read: async (position: number) => {
      const body = { position, is_marked_unread: false };
      await unwrap(api.PUT(`${ROOM}/read-position`, { params, body }));
      void cache.invalidateQueries({ queryKey: ["rooms", id, "view"] });
      void cache.invalidateQueries({ queryKey: ["rooms", "list"] });
    },
    close: () => settled(unwrap(api.POST(`${ROOM}/close`, { params }))),
    erase: async () => {
      await unwrap(api.DELETE(ROOM, { params }));
      cache.removeQueries({ queryKey: ["rooms", id] });
      await cache.invalidateQueries({ queryKey: ["rooms", "list"] });
    },
    block: async (profile: string) => {
      await unwrap(
        api.PUT("/api/v1/me/blocked-people/{profile_id}", {
          params: { path: { profile_id: profile } },
        }),
      );
      hideAuthor(cache, id, profile);
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
    copy: () => downloaded(api.GET(`${ROOM}/export`, { params, parseAs: "blob" }), "salon.zip"),
  };
}
