// Where marks wait on this device: by person and slot, so that whoever signs in next neither sees nor sends them.
import { sessionStore } from "@/lib/sessionStore";
import { EMPTY, type Outbox } from "./model/outbox";
import { nameOf, namesOf, unwritten } from "./waitingSign";

export interface Place {
  organisation: string;
  session: string;
  slot: string;
}

/** What waits of a slot. */
export interface Stored extends Place {
  label: string;
  rows: Outbox;
}

const listeners = new Set<() => void>();
/** What was read last, so that the same words are the same object. */
const read = new Map<string, { raw: string; stored: Stored }>();

function parse(raw: string): Stored | null {
  try {
    const found = JSON.parse(raw) as Partial<Stored> | null;
    const isWhole = found && typeof found.slot === "string" && typeof found.rows === "object";
    return isWhole ? (found as Stored) : null;
  } catch {
    return null;
  }
}

function find(name: string): Stored | null {
  const kept = unwritten.get(name);
  if (kept) return kept as Stored;
  let raw: string | null = null;
  try {
    raw = localStorage.getItem(name);
  } catch {
    // A browser that keeps nothing.
  }
  if (raw === null) return null;
  const known = read.get(name);
  if (known?.raw === raw) return known.stored;
  const stored = parse(raw);
  if (stored) read.set(name, { raw, stored });
  return stored;
}

/** What was said goes before what can be read again. */
function write(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    sessionStore.clear();
    localStorage.setItem(name, text);
  }
}

function keep(name: string, stored: Stored | null): void {
  try {
    if (stored) write(name, JSON.stringify(stored));
    else localStorage.removeItem(name);
    unwritten.delete(name);
  } catch {
    if (stored) unwritten.set(name, stored);
    else unwritten.delete(name);
  }
  for (const listener of listeners) listener();
}

export const outboxStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    // Another tab of this browser.
    globalThis.addEventListener?.("storage", listener);
    return () => {
      listeners.delete(listener);
      globalThis.removeEventListener?.("storage", listener);
    };
  },
  rows: (person: string, slot: string): Outbox => find(nameOf(person, slot))?.rows ?? EMPTY,
  update(person: string, place: Place, label: string, change: (rows: Outbox) => Outbox): void {
    const name = nameOf(person, place.slot);
    const before = find(name);
    const rows = change(before?.rows ?? EMPTY);
    const { organisation, session, slot } = place;
    const isEmpty = Object.keys(rows).length === 0;
    keep(
      name,
      isEmpty ? null : { organisation, session, slot, label: label || before?.label || "", rows },
    );
  },
  /** Whether this device keeps what waits beyond the page. */
  isKept: (person: string, slot: string): boolean => !unwritten.has(nameOf(person, slot)),
  /** The slots where something of this person waits. */
  all(person: string): Stored[] {
    return namesOf(person).flatMap((name) => find(name) ?? []);
  },
};

/** Forgets what was read; for tests. */
export function forgetOutboxes(): void {
  unwritten.clear();
  read.clear();
}
