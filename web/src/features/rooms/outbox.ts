// Messages on their way: sent one after the other in the order in which they were written, kept with the session until the server
// has answered, and sent again as the same message after whatever got lost.
import { useSyncExternalStore } from "react";
import { api, unwrap } from "@/api/client";
import { asProblem } from "@/api/problem";
import { reachability } from "@/api/reachability";
import { sessionStore } from "@/lib/sessionStore";
import { ROOM } from "./queries";
import type { Draft, Message } from "./types";

export interface Leaving {
  draft: Draft;
  written_at: string;
  /** Names of its files. */
  files: string[];
  /** Whom it answers. */
  answers: string | null;
  state: "queued" | "sending" | "sent" | "refused";
  /** Why it did not leave, or not yet. */
  error: unknown;
}

type Send = (room: string, draft: Draft) => Promise<Message>;

const NONE: readonly Leaving[] = [];
const KEPT = { group: "room-outbox:", most: 20 };
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

const nameOf = (room: string): string => KEPT.group + room;

const sendByApi: Send = (room, body) =>
  unwrap(api.POST(`${ROOM}/messages`, { params: { path: { id: room } }, body }));

export class Outbox {
  readonly #send: Send;
  readonly #rooms = new Map<string, readonly Leaving[]>();
  readonly #running = new Set<string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #failures = new Map<string, number>();
  readonly #listeners = new Set<() => void>();

  constructor(send: Send = sendByApi) {
    this.#send = send;
    reachability.subscribe(() => reachability.current() && this.#wake());
    globalThis.addEventListener?.("online", () => this.#wake());
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What leaves a room, the oldest first. */
  of(room: string): readonly Leaving[] {
    return this.#rooms.get(room) ?? NONE;
  }

  /** Takes up what an earlier page has not got rid of. */
  open(room: string): void {
    if (this.#rooms.has(room)) return;
    const kept = sessionStore.read(nameOf(room));
    const found = Array.isArray(kept) ? (kept as Leaving[]) : [];
    this.#set(room, found);
    void this.#run(room);
  }

  /** What arrived is left to the pages. */
  leave(room: string): void {
    this.#set(
      room,
      this.of(room).filter(({ state }) => state !== "sent"),
    );
  }

  add(room: string, leaving: Omit<Leaving, "state" | "error">): void {
    this.#set(room, [...this.of(room), { ...leaving, state: "queued", error: null }]);
    void this.#run(room);
  }

  retry(room: string, id: string): void {
    this.#change(room, id, { state: "queued", error: null });
    void this.#run(room);
  }

  drop(room: string, id: string): void {
    this.#set(
      room,
      this.of(room).filter(({ draft }) => draft.client_id !== id),
    );
  }

  /** These stand in the room now. */
  arrived(room: string, ids: ReadonlySet<string>): void {
    const left = this.of(room).filter(({ draft }) => !ids.has(draft.client_id));
    if (left.length < this.of(room).length) this.#set(room, left);
  }

  #wake(): void {
    for (const room of this.#rooms.keys()) void this.#run(room);
  }

  async #run(room: string): Promise<void> {
    if (this.#running.has(room)) return;
    this.#running.add(room);
    clearTimeout(this.#timers.get(room));
    try {
      for (;;) {
        const next = this.of(room).find(({ state }) => state === "queued");
        if (!next || !(await this.#leave(room, next))) return;
      }
    } finally {
      this.#running.delete(room);
    }
  }

  /** False when nothing leaves for the moment. */
  async #leave(room: string, { draft }: Leaving): Promise<boolean> {
    const id = draft.client_id;
    this.#change(room, id, { state: "sending" });
    try {
      await this.#send(room, draft);
      this.#failures.delete(room);
      this.#change(room, id, { state: "sent", error: null });
      return true;
    } catch (error) {
      const problem = asProblem(error);
      if (!problem.temporary) {
        this.#change(room, id, { state: "refused", error });
        return true;
      }
      this.#change(room, id, { state: "queued", error });
      const failures = (this.#failures.get(room) ?? 0) + 1;
      this.#failures.set(room, failures);
      const usual = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 6));
      const wait = problem.retryAfter === null ? usual : problem.retryAfter * 1_000;
      this.#timers.set(
        room,
        setTimeout(() => void this.#run(room), wait),
      );
      return false;
    }
  }

  #change(room: string, id: string, to: Partial<Leaving>): void {
    this.#set(
      room,
      this.of(room).map((one) => (one.draft.client_id === id ? { ...one, ...to } : one)),
    );
  }

  #set(room: string, leaving: readonly Leaving[]): void {
    this.#rooms.set(room, leaving);
    // What was under way when the page went is sent again: it is the same message.
    const kept = leaving
      .filter(({ state }) => state !== "sent")
      .map((one) => ({
        ...one,
        state: one.state === "sending" ? "queued" : one.state,
        error: null,
      }));
    if (kept.length > 0) sessionStore.write(nameOf(room), kept, KEPT);
    else sessionStore.remove(nameOf(room));
    for (const listener of this.#listeners) listener();
  }
}

export const outbox = new Outbox();

/** What leaves a room. */
export const useLeaving = (room: string): readonly Leaving[] =>
  useSyncExternalStore(outbox.subscribe, () => outbox.of(room));
