// One's own messages that wait to be let through, and those that were not.
import { useEffect, useRef, useState } from "react";
import { useWaiting } from "./queries";
import type { Message, Room } from "./types";

interface Own {
  waiting: readonly Message[];
  /** They waited, and are in the room no more: what they said is kept in sight. */
  refused: readonly Message[];
  forget: (id: string) => void;
}

/** Those who moderate wait for nobody. */
export function useOwnWaiting(room: Room, messages: readonly Message[], upToDate: boolean): Own {
  const able = room.side === "member";
  const list = useWaiting(room.id, able);
  const waiting = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const [gone, setGone] = useState<readonly Message[]>([]);
  const known = useRef<readonly Message[]>([]);
  const settled = upToDate && list.isSuccess && !list.isFetching;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when both lists are up to date.
  useEffect(() => {
    if (!settled) return;
    const there = new Set([...waiting, ...messages].map(({ id }) => id));
    const missing = known.current.filter(({ id }) => !there.has(id));
    known.current = waiting;
    if (missing.length > 0) setGone((before) => [...before, ...missing]);
  }, [settled, list.data]);
  const there = new Set(messages.map(({ id }) => id));
  return {
    waiting: waiting.filter(({ id }) => !there.has(id)),
    refused: gone.filter(({ id }) => !there.has(id)),
    forget: (id) => {
      known.current = known.current.filter((one) => one.id !== id);
      setGone((before) => before.filter((one) => one.id !== id));
    },
  };
}
