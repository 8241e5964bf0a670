// The roll call of a slot: what is said is kept at once, sent soon, and sent again until the server has answered.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useConnected } from "@/api/connection";
import type { ApiProblem } from "@/api/problem";
import type { AttendanceSheet, HalfDayPart } from "@/api/types";
import { cellKey, cellOf, type Said } from "./model/marks";
import { dropped, kept, type Method, type Outbox, put, sendable } from "./model/outbox";
import { withSaved } from "./model/sheet";
import { outboxStore, type Place } from "./outboxStore";
import { sheetKey, sheetQuery } from "./queries";
import { sendWaiting } from "./sending";

/** Letters typed one after the other leave together. */
const SOON_MS = 350;
const AGAIN_MS = 5_000;

export interface Person {
  id: string;
  name: string;
}

export interface RollCall {
  outbox: Outbox;
  say: (
    part: HalfDayPart,
    enrolments: readonly string[],
    said: Said,
    extra: { method: Method; proof?: string | null },
  ) => void;
  /** Sends mine again, over what was shown. */
  keep: (at: string) => void;
  /** Gives mine up. */
  drop: (at: string) => void;
  isSending: boolean;
  isOffline: boolean;
  /** Why the last try did not get through. */
  problem: ApiProblem | null;
  /** Whether the device keeps what waits when the page is closed. */
  isKept: boolean;
  sendNow: () => void;
}

/** Not `randomUUID`, which only secure pages have. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

/** `isHeld`: nothing leaves, for it is not known yet who is logged in. */
export function useRollCall(
  place: Place,
  sheet: AttendanceSheet,
  person: Person,
  isHeld = false,
): RollCall {
  const cache = useQueryClient();
  const outbox = useSyncExternalStore(outboxStore.subscribe, () =>
    outboxStore.rows(person.id, place.slot),
  );
  const isConnected = useConnected();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [tries, setTries] = useState(0);
  const busy = useRef(false);
  const latest = useRef({ place, sheet, person });
  useEffect(() => {
    latest.current = { place, sheet, person };
  });

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    const { place: here, sheet: shown, person: me } = latest.current;
    const failed = await sendWaiting({
      person: me.id,
      place: here,
      label: shown.label,
      onSaved: (rows, result) => {
        // An answer that left before would show what was there before.
        void cache.cancelQueries({ queryKey: sheetKey(here), exact: true });
        cache.setQueryData(sheetQuery(here).queryKey, (found) =>
          found
            ? withSaved(found, rows, result, { name: me.name, at: new Date().toISOString() })
            : found,
        );
        if (result.conflicts.length + result.refused.length > 0) {
          void cache.invalidateQueries({ queryKey: sheetKey(here), exact: true });
        }
      },
    });
    busy.current = false;
    setSending(false);
    setProblem(failed);
    setTries((before) => before + 1);
  }, [cache]);

  const waits = sendable(outbox).length > 0;
  const isOffline = isHeld || !isConnected;
  const delay = problem ? Math.max(AGAIN_MS, (problem.retryAfter ?? 0) * 1000) : SOON_MS;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change and each try asks for the next one
  useEffect(() => {
    if (!waits || isOffline) return;
    const timer = setTimeout(() => void send(), delay);
    return () => clearTimeout(timer);
  }, [waits, isOffline, delay, outbox, tries, send]);

  // Back again: what failed for want of a connection leaves at once.
  useEffect(() => {
    if (!isOffline) setProblem(null);
  }, [isOffline]);

  const say: RollCall["say"] = useCallback((part, enrolments, said, { method, proof }) => {
    const { place: here, sheet: shown, person: me } = latest.current;
    const rows = new Map(shown.rows.map((row) => [row.enrolment_id, row]));
    const now = Date.now();
    outboxStore.update(me.id, here, shown.label, (before) =>
      enrolments.reduce((after, enrolment) => {
        const row = rows.get(enrolment);
        const seen = (row && cellOf(row, part)?.mark?.number) ?? 0;
        const change = { said, proof: proof ?? null, method, key: newKey(), at: now };
        return put(after, { ...change, enrolment, part, seen });
      }, before),
    );
  }, []);

  const change = (next: (before: Outbox) => Outbox) =>
    outboxStore.update(person.id, place, sheet.label, next);
  return {
    outbox,
    say,
    keep: (at) => change((before) => kept(before, at, newKey())),
    drop: (at) => {
      change((before) => dropped(before, at));
      void cache.invalidateQueries({ queryKey: sheetKey(place), exact: true });
    },
    isSending,
    isOffline,
    problem,
    isKept: outboxStore.isKept(person.id, place.slot),
    sendNow: () => void send(),
  };
}

/** The row that waits for this person in this half-day. */
export const waitingOf = (outbox: Outbox, part: HalfDayPart, enrolment: string) =>
  outbox[cellKey(part, enrolment)];
