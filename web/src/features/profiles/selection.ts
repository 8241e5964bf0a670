// The people picked in the results: from page to page, whatever the search becomes, as long as the app is open and somebody is
// logged in. What was read of them goes with the session.
import { useSyncExternalStore } from "react";
import { session } from "@/api/session";

/** People one picks at a time: an offer goes to no more. */
export const MOST_PICKED = 50;

export interface Picked {
  id: string;
  /** Null where names are withheld. */
  name: string | null;
}

let picked: readonly Picked[] = [];
const listeners = new Set<() => void>();

function keep(next: readonly Picked[]): void {
  picked = next;
  for (const listener of listeners) listener();
}

session.subscribe(() => {
  if (session.status() !== "open" && picked.length > 0) keep([]);
});

const without = (ids: readonly string[]): readonly Picked[] =>
  picked.filter(({ id }) => !ids.includes(id));

export const selection = {
  all: (): readonly Picked[] => picked,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  /** Adds those there is room for; whoever is there already stays as they are. */
  add: (people: readonly Picked[]): void => {
    const fresh = people.filter(({ id }) => !picked.some((one) => one.id === id));
    keep([...picked, ...fresh].slice(0, MOST_PICKED));
  },
  remove: (ids: readonly string[]): void => keep(without(ids)),
  clear: (): void => keep([]),
};

export function useSelection() {
  const people = useSyncExternalStore(selection.subscribe, selection.all);
  return { people, full: people.length >= MOST_PICKED };
}
