// The roll of a slot as this device keeps it, so that it opens again without a connection: names, and the marks that were
// there. It goes with the session, once the sheet is sealed, and after a day; marks that wait are kept apart and stay.
import { session } from "@/api/session";
import type { AttendanceSheet } from "@/api/types";
import { sessionStore } from "@/lib/sessionStore";
import type { Place } from "./outboxStore";
import type { Person } from "./useRollCall";

const GROUP = "roll:";
/** Those of a day at most: marks that wait need the room. */
const MOST = 3;

export interface KeptRoll {
  place: Place;
  person: Person;
  sheet: AttendanceSheet;
  /** When the sheet was read, by this device's clock, in milliseconds. */
  readAt: number;
}

const nameOf = (slot: string): string => GROUP + slot;

/** Only what the roll is called with: no drawing, no claim, no seal. */
const bare = (sheet: AttendanceSheet): AttendanceSheet => ({
  ...sheet,
  contests: [],
  missing: [],
  seals: [],
  paper: null,
  taught: "",
  trainers: [],
});

/** Keeps an open roll in place of what was kept of its slot; one that is over is kept no longer. */
export function keepRoll({ sheet, ...roll }: KeptRoll): void {
  const name = nameOf(roll.place.slot);
  if (sheet.state !== "open" || sheet.cancelled_at) sessionStore.remove(name);
  else if (session.status() === "open") {
    sessionStore.write(name, { ...roll, sheet: bare(sheet) }, { group: GROUP, most: MOST });
  }
}

/** The roll of a slot; null when none is kept. */
export function keptRoll(slot: string): KeptRoll | null {
  const found = sessionStore.read(nameOf(slot)) as Partial<KeptRoll> | null;
  const isWhole = found?.place && found.person && Array.isArray(found.sheet?.rows);
  return isWhole ? (found as KeptRoll) : null;
}
