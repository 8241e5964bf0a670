// What changes for oneself, told as it happens: one stream per tab, read with `fetch` because the token travels in a
// header. It holds hints alone: whoever hears one asks again. A broken stream is opened anew and begins with how everything stands.

import { EventReader, type StreamEvent } from "@/lib/eventStream";
import { liveStatus } from "@/lib/liveStatus";
import { retryAfterSeconds } from "./problem";
import { session } from "./session";

export type Topic = "notices" | "offers" | "sent_offers" | "shares" | "rooms" | "quizzes";

export interface Hello {
  unread: number;
  newest: string | null;
  rooms: { room: string; position: number; unread: number }[];
}

export type LiveSignal =
  | { of: "hello"; hello: Hello }
  | { of: "changed"; topic: Topic }
  | { of: "room"; room: string; position: number }
  | { of: "resync" };

type Ending = "session_over" | "too_many_tabs" | "stopping" | "renew";
/** Why a stream ended, and how long the server asks to wait. */
interface End {
  why: Ending | "refused" | "lost";
  wait: number | null;
}

const ADDRESS = "/api/v1/me/live";
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** The server says something every 15 seconds: a longer silence is a dead line. */
const SILENCE_MS = 40_000;

/** Not all pages at once: between half of the time and the time and a half. */
export const jittered = (ms: number, drawn = Math.random()): number =>
  Math.round(ms * (0.5 + drawn));

/** How long to wait before the try after so many that failed. */
export const waitAfter = (failures: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));

export function signalOf({
  name,
  data,
}: StreamEvent): LiveSignal | { of: "closed"; why: Ending } | null {
  let said: unknown;
  try {
    said = JSON.parse(data);
  } catch {
    return null;
  }
  if (name === "hello") return { of: "hello", hello: said as Hello };
  if (name === "changed") return { of: "changed", topic: (said as { topic: Topic }).topic };
  if (name === "room") return { of: "room", ...(said as { room: string; position: number }) };
  if (name === "resync") return { of: "resync" };
  if (name === "closed") return { of: "closed", why: (said as { reason: Ending }).reason };
  // Of a newer server.
  return null;
}

/** Follows what changes until the answer is called. */
export function followLive(onSignal: (signal: LiveSignal) => void): () => void {
  const leaving = new AbortController();
  void keepOpen(onSignal, leaving.signal);
  return () => leaving.abort();
}

async function keepOpen(onSignal: (signal: LiveSignal) => void, left: AbortSignal): Promise<void> {
  let failures = 0;
  while (!left.aborted) {
    let began = false;
    const end = await readOnce((signal) => {
      began = true;
      liveStatus.become(true);
      onSignal(signal);
    }, left);
    if (left.aborted) return;
    liveStatus.become(false);
    failures = began ? 0 : failures + 1;
    // The session decides whether there is anything left to follow; when it ends, the page stops following.
    if (end.why === "refused" || end.why === "session_over") await session.refresh();
    if (left.aborted) return;
    if (end.why === "too_many_tabs") await lookedAt(left);
    else await pause(jittered(end.wait ?? waitAfter(failures)), left);
  }
}

async function readOnce(onSignal: (signal: LiveSignal) => void, left: AbortSignal): Promise<End> {
  const cut = new AbortController();
  const leave = () => cut.abort();
  left.addEventListener("abort", leave);
  let silence: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(leave, SILENCE_MS);
  };
  const reader = new EventReader();
  try {
    heard();
    const token = await session.bearer();
    if (!token) return { why: "lost", wait: null };
    const response = await fetch(ADDRESS, {
      headers: { authorization: `Bearer ${token}`, accept: "text/event-stream" },
      cache: "no-store",
      signal: cut.signal,
    });
    if (response.status === 401) return { why: "refused", wait: null };
    if (!response.ok || !response.body) {
      const seconds = retryAfterSeconds(response.headers.get("retry-after"));
      return { why: "lost", wait: seconds === null ? null : seconds * 1000 };
    }
    const pieces = response.body.getReader();
    const text = new TextDecoder();
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) return { why: "lost", wait: reader.retry };
      heard();
      for (const event of reader.read(text.decode(value, { stream: true }))) {
        const signal = signalOf(event);
        if (signal?.of === "closed") return { why: signal.why, wait: reader.retry };
        if (signal) onSignal(signal);
      }
    }
  } catch {
    return { why: "lost", wait: reader.retry };
  } finally {
    clearTimeout(silence);
    left.removeEventListener("abort", leave);
    cut.abort();
  }
}

/** Waits, but not while the device comes back to the network. */
function pause(ms: number, left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener("online", go);
      left.removeEventListener("abort", go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    addEventListener("online", go);
    left.addEventListener("abort", go);
  });
}

/** Until somebody comes to this tab, which is not followed since too many are open. */
function lookedAt(left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      removeEventListener("focus", go);
      left.removeEventListener("abort", go);
      resolve();
    };
    addEventListener("focus", go);
    left.addEventListener("abort", go);
  });
}
