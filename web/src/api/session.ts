// The session of this tab: the access token lives in memory only, the refresh token in an HttpOnly
// cookie that this code cannot read. One refresh at a time, across tabs, because a refresh token
// is used once and a second use closes the whole session.
import { sessionStore } from "@/lib/sessionStore";
import { reachability } from "./reachability";
import type { Tokens } from "./types";

export type SessionStatus = "unknown" | "anonymous" | "open" | "expired";

const REFRESH = "/api/v1/auth/refresh";
const LOCK = "carnet-refresh";
/** A token this close to its end is renewed before use. */
const MARGIN_MS = 10_000;

let status: SessionStatus = "unknown";
let token: string | null = null;
let expiresAt = 0;
let refreshing: Promise<boolean> | null = null;
const listeners = new Set<() => void>();
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("carnet-session") : null;

function become(next: SessionStatus): void {
  if (status === next) return;
  status = next;
  for (const listener of listeners) listener();
}

export const session = {
  status: (): SessionStatus => status,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Starts a session from a login answer. */
  open(tokens: Tokens): void {
    // Of an earlier session, perhaps of somebody else.
    sessionStore.clear();
    keep(tokens);
    become("open");
  },
  /** Ends the session of this tab and tells the other tabs. */
  close(): void {
    forget("anonymous");
    channel?.postMessage("closed");
  },
  /** Resolves once it is known whether somebody is logged in. */
  async ready(): Promise<boolean> {
    if (status === "open") return true;
    if (status !== "unknown") return false;
    return await refresh();
  },
  bearer,
  refresh,
};

if (channel) {
  channel.onmessage = (event) => {
    if (event.data === "closed") forget("anonymous");
  };
}

function keep(tokens: Tokens): void {
  token = tokens.access_token;
  expiresAt = Date.now() + tokens.expires_in * 1000;
}

function forget(next: "anonymous" | "expired"): void {
  token = null;
  expiresAt = 0;
  sessionStore.clear();
  become(next);
}

/** The token to send, renewed when it is about to end; null when nobody is logged in. */
async function bearer(): Promise<string | null> {
  if (status === "unknown" || (status === "open" && Date.now() > expiresAt - MARGIN_MS)) {
    await refresh();
  }
  return token;
}

/** Renews the access token through the cookie; callers at the same time share one request. */
function refresh(): Promise<boolean> {
  refreshing ??= locked(renew).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function renew(): Promise<boolean> {
  let response: Response;
  try {
    response = await fetch(REFRESH, { method: "POST", credentials: "same-origin" });
  } catch {
    reachability.lost();
    return false;
  }
  if (response.ok) {
    reachability.found();
    sessionStore.prune();
    keep((await response.json()) as Tokens);
    become("open");
    return true;
  }
  // Only a refusal ends the session; a server in trouble leaves the question open.
  if (response.status >= 400 && response.status < 500 && response.status !== 429) {
    forget(status === "open" ? "expired" : "anonymous");
  }
  return false;
}

async function locked<T>(work: () => Promise<T>): Promise<T> {
  if (!("locks" in navigator)) return await work();
  return await navigator.locks.request(LOCK, work);
}
