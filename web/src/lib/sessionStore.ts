// What this device keeps for as long as somebody is logged in, and a day at most: it goes with the session.

const PREFIX = "carnet-session:";
export const LONGEST_MS = 24 * 3_600_000;

interface Kept {
  /** When it was written, in milliseconds. */
  at: number;
  value: unknown;
}

function parse(raw: string | null): Kept | null {
  try {
    const found = JSON.parse(raw ?? "null") as Partial<Kept> | null;
    return typeof found?.at === "number" ? { at: found.at, value: found.value } : null;
  } catch {
    return null;
  }
}

const isFresh = (kept: Kept | null): kept is Kept =>
  kept !== null && Math.abs(Date.now() - kept.at) < LONGEST_MS;

/** The names of what is kept; none in a browser that keeps nothing. */
function names(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
}

const kept = (name: string): Kept | null => parse(localStorage.getItem(name));

const drop = (some: readonly string[]): void => {
  for (const name of some) localStorage.removeItem(name);
};

export const sessionStore = {
  read(name: string): unknown {
    if (!names().includes(PREFIX + name)) return null;
    const found = kept(PREFIX + name);
    return isFresh(found) ? found.value : null;
  },
  /** Of those whose names begin alike, the last `most` stay. */
  write(name: string, value: unknown, { group, most }: { group: string; most: number }): void {
    try {
      localStorage.setItem(PREFIX + name, JSON.stringify({ at: Date.now(), value }));
    } catch {
      // What cannot be kept is read from the server again.
      sessionStore.remove(name);
    }
    const alike = names()
      .filter((one) => one.startsWith(PREFIX + group))
      .sort((one, other) => (kept(other)?.at ?? 0) - (kept(one)?.at ?? 0));
    drop(alike.slice(most));
  },
  remove(name: string): void {
    drop(names().filter((one) => one === PREFIX + name));
  },
  /** The session goes on: what is too old goes. */
  prune(): void {
    drop(names().filter((name) => !isFresh(kept(name))));
  },
  /** The session is over. */
  clear(): void {
    drop(names());
  },
};
