// Live hints become questions: what a hint is about is asked for again, by the topic's query keys.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { followLive, type LiveSignal, type Topic } from "./live";
import { session } from "./session";

/** What is open to companies, on the page about one's own data. */
const OVERVIEW = ["privacy", "overview"];

/** The first parts of the query keys that each topic is about. */
export const TOPIC_KEYS: Record<Topic, readonly (readonly string[])[]> = {
  notices: [["notifications"], ["room-reports", "list"]],
  offers: [["offers"], OVERVIEW],
  sent_offers: [["sent-offers"]],
  // What is taken back elsewhere is shown with its offer.
  shares: [["shares"], ["offers"], ["sent-offers"], ["privacy"], ["my-preview"]],
  rooms: [["rooms"], OVERVIEW],
  // How far a quiz is stands beside the offer it went with.
  quizzes: [["company-quizzes"], ["my-quizzes"], ["sent-offers"], OVERVIEW],
};

const ask = (cache: QueryClient, keys: readonly (readonly string[])[]) => {
  for (const queryKey of keys) void cache.invalidateQueries({ queryKey });
};

/** The query keys of what a hint is about; no hint of a known kind: none. */
function keysOf(signal: LiveSignal): readonly (readonly string[])[] {
  if (signal.of === "changed") return TOPIC_KEYS[signal.topic] ?? [];
  if (signal.of === "room") {
    return [
      ["rooms", "list"],
      ["rooms", signal.room],
    ];
  }
  // How everything stands, or hints that were lost: everything is asked for again.
  return Object.values(TOPIC_KEYS).flat();
}

export function hear(cache: QueryClient, signal: LiveSignal): void {
  ask(cache, keysOf(signal));
}

/** Follows what changes while the session of this tab is open. The shell mounts it, once. */
export function useLive(): void {
  const cache = useQueryClient();
  const open = useSyncExternalStore(session.subscribe, session.status) === "open";
  useEffect(() => (open ? followLive((signal) => hear(cache, signal)) : undefined), [open, cache]);
}
