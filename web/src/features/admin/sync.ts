// How late the catalogue is, how long an import took.
import type { CatalogImport, CatalogSync } from "@/api/types";

const DAY_MS = 86_400_000;

/** The publisher is asked every night: a day without an answer is nothing yet. */
export const USUAL_LAG_DAYS = 1;

/** Whole days since the publisher last confirmed the catalogue or renewed it; null when it never did. */
export function lagDays({ last_success_at: last }: CatalogSync, now: number): number | null {
  return last ? Math.max(0, Math.floor((now - Date.parse(last)) / DAY_MS)) : null;
}

export interface Span {
  unit: "instant" | "seconds" | "minutes";
  minutes: number;
  seconds: number;
}

export function spanOf(start: string, end: string): Span {
  const whole = Math.max(0, Math.round((Date.parse(end) - Date.parse(start)) / 1000));
  const unit = whole === 0 ? "instant" : whole < 60 ? "seconds" : "minutes";
  return { unit, minutes: Math.floor(whole / 60), seconds: whole % 60 };
}

/** Who is asked by hand: the publisher for its archive, its API alone where downloads are off, or nobody. */
export function sourceOf({ next_check_at: next, api }: CatalogSync): "archive" | "api" | null {
  if (next) return "archive";
  return api ? "api" : null;
}

/** What came last of asking by hand. */
export function lastOf(sync: CatalogSync): CatalogImport | null {
  const last = sourceOf(sync) === "api" ? sync.api?.last_attempt : sync.last_attempt;
  return last ?? null;
}

/**
 * Whether what was asked for last was read and refused because lists shrink, the one refusal that somebody may overrule:
 * an older release than the one in place stays refused.
 */
export function mayAcceptLosses(sync: CatalogSync): boolean {
  const last = lastOf(sync);
  if (last?.outcome !== "refused" || !last.summary) return false;
  // The API speaks of whatever release is in place.
  return last.source === "api" || (last.release ?? 0) >= (sync.release ?? 0);
}
