// Whether the server answers: fed by every request, read by the banner.

const PROBE = "/health/live";
const PROBE_EVERY_MS = 4_000;

let reachable = true;
let timer: ReturnType<typeof setTimeout> | null = null;
const listeners = new Set<() => void>();

function become(next: boolean): void {
  if (reachable === next) return;
  reachable = next;
  for (const listener of listeners) listener();
}

export const reachability = {
  current: (): boolean => reachable,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** A request got no answer, or an answer that says the server is down. */
  lost(): void {
    become(false);
    timer ??= setTimeout(probe, PROBE_EVERY_MS);
  },
  found(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    become(true);
  },
};

async function probe(): Promise<void> {
  timer = null;
  try {
    const response = await fetch(PROBE, { cache: "no-store" });
    if (response.ok) return reachability.found();
  } catch {
    // No answer yet: the next probe decides.
  }
  reachability.lost();
}
