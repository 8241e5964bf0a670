// Whether hints arrive: until they do again, whoever needs to know asks by themselves.
import { useEffect, useState, useSyncExternalStore } from "react";

let hears = true;
const listeners = new Set<() => void>();

export const liveStatus = {
  current: (): boolean => hears,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  become(next: boolean): void {
    if (hears === next) return;
    hears = next;
    for (const listener of listeners) listener();
  },
};

/** A stream that is opened anew is silent for a moment: that is not said. */
const PATIENCE_MS = 3_000;

/** Whether hints have not arrived for some seconds. */
export function useSilence(): boolean {
  const live = useSyncExternalStore(liveStatus.subscribe, liveStatus.current);
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    if (live) return setSilent(false);
    const timer = setTimeout(() => setSilent(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [live]);
  return silent && !live;
}
