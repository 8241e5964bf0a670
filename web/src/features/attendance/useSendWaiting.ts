// What waits on this device of slots that are not on screen: it leaves as soon as the server answers.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useConnected } from "@/api/connection";
import { sendable } from "./model/outbox";
import { outboxStore, type Stored } from "./outboxStore";
import { sheetKey } from "./queries";
import { sendWaiting } from "./sending";

const AGAIN_MS = 30_000;

/** `except`: the slot whose page sends its own. Answers what still waits, by slot. */
export function useSendWaiting(person: string, except?: string): Stored[] {
  const cache = useQueryClient();
  const isConnected = useConnected();
  const others = () => outboxStore.all(person).filter(({ slot }) => slot !== except);
  // The same words while nothing changes; what they say is read anew.
  useSyncExternalStore(outboxStore.subscribe, () => JSON.stringify(others()));
  const [turn, setTurn] = useState({ number: 0, delay: 0 });
  const stored = others();
  const leaves = stored.some(({ rows }) => sendable(rows).length > 0);

  useEffect(() => {
    if (!leaves || !isConnected) return;
    let isGone = false;
    const sendAll = async () => {
      let delay = 0;
      const all = outboxStore.all(person).filter(({ slot }) => slot !== except);
      for (const { label, rows: _, ...place } of all) {
        const onSaved = () => void cache.invalidateQueries({ queryKey: sheetKey(place) });
        const problem = await sendWaiting({ person, place, label, onSaved });
        if (problem) delay = Math.max(delay, AGAIN_MS, (problem.retryAfter ?? 0) * 1000);
      }
      // Also when nothing was said of it: it belongs to somebody who is not logged in.
      if (!isGone) setTurn(({ number }) => ({ number: number + 1, delay: delay || AGAIN_MS }));
    };
    const timer = setTimeout(() => void sendAll(), turn.delay);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [leaves, isConnected, turn, person, except, cache]);

  // Another connection is another chance.
  useEffect(() => {
    if (!isConnected) setTurn(({ number }) => ({ number, delay: 0 }));
  }, [isConnected]);
  return stored;
}
