// Changes of tab and pastes, counted where the quiz counts them, as one was told before one began. Nothing else is looked at.
import { useEffect } from "react";
import { sessionStore } from "@/lib/sessionStore";
import { sendSignals } from "./invitedQueries";

const PAUSE_MS = 2_000;
const KEPT = { group: "signals:", most: 5 };

export interface Counted {
  tab_switches: number;
  pastes: number;
}

const NOTHING: Counted = { tab_switches: 0, pastes: 0 };

/** What this device counted before: a page that is opened again goes on from there. */
export function countedBefore(kept: unknown): Counted {
  const { tab_switches: switches, pastes } = (kept ?? {}) as Partial<Counted>;
  return Number.isInteger(switches) && Number.isInteger(pastes)
    ? { tab_switches: Number(switches), pastes: Number(pastes) }
    : NOTHING;
}

export function useSignals(invitation: string, counts: boolean): void {
  useEffect(() => {
    if (!counts) return;
    const name = `signals:${invitation}`;
    let counted = countedBefore(sessionStore.read(name));
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A count that does not arrive is told with the next one: they are all told.
    const send = () => void sendSignals(invitation, counted).catch(() => undefined);
    const count = (what: keyof Counted) => {
      counted = { ...counted, [what]: counted[what] + 1 };
      sessionStore.write(name, counted, KEPT);
      clearTimeout(timer);
      timer = setTimeout(send, PAUSE_MS);
    };
    const hidden = () => {
      if (document.visibilityState === "hidden") count("tab_switches");
    };
    const pasted = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
        count("pastes");
    };
    document.addEventListener("visibilitychange", hidden);
    document.addEventListener("paste", pasted);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      document.removeEventListener("paste", pasted);
      clearTimeout(timer);
      if (timer !== undefined) send();
    };
  }, [invitation, counts]);
}
