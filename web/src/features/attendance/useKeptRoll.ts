import { useEffect } from "react";
import type { AttendanceSheet } from "@/api/types";
import { keepRoll } from "./keptRoll";
import type { Place } from "./outboxStore";
import type { Person } from "./useRollCall";

/** Not at every letter: five hundred rows are written as a whole. */
const PAUSE_MS = 1_000;

/** Keeps what the page shows of a roll, so that it opens again without a connection. */
export function useKeptRoll(
  { organisation, session, slot }: Place,
  { id, name }: Person,
  sheet: AttendanceSheet,
  readAt: number,
): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      keepRoll({ place: { organisation, session, slot }, person: { id, name }, sheet, readAt });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [organisation, session, slot, id, name, sheet, readAt]);
}
