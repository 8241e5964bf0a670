// Messages that leave a room while its page is open.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { outbox, useLeaving } from "./outbox";
import type { Message, Room } from "./types";

/** What leaves this room, without what is in it already. */
export function useOnTheirWay(
  room: Room,
  messages: readonly Message[],
  waiting: readonly Message[],
) {
  const cache = useQueryClient();
  const all = useLeaving(room.id);
  useEffect(() => {
    outbox.open(room.id);
    return () => outbox.leave(room.id);
  }, [room.id]);
  const there = useMemo(
    () => new Set([...messages, ...waiting].flatMap(({ client_id: id }) => (id ? [id] : []))),
    [messages, waiting],
  );
  useEffect(() => outbox.arrived(room.id, there), [room.id, there]);
  const sent = all.filter(({ state }) => state === "sent").length;
  useEffect(() => {
    if (sent === 0) return;
    void cache.invalidateQueries({ queryKey: ["rooms", room.id] });
    void cache.invalidateQueries({ queryKey: ["rooms", "list"] });
  }, [sent, cache, room.id]);
  return all.filter(({ draft }) => !there.has(draft.client_id));
}
