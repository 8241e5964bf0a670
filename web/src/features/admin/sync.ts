// How late the catalogue is, how long an import took, how much of what is linked a release has.
import type { CatalogEffect, CatalogSync } from "@/api/types";
import { LANGUAGE } from "@/i18n";

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

const percent = new Intl.NumberFormat(LANGUAGE, { style: "percent", maximumFractionDigits: 1 });

/** Rounded down: all is said of all only. */
export const shareOf = ({ present, linked }: CatalogEffect): string =>
  percent.format(linked === 0 ? 1 : Math.floor((present / linked) * 1000) / 1000);

/**
 * Whether the last archive was read and refused because lists shrink, the one refusal that somebody may overrule: an
 * older release than the one in place stays refused.
 */
export function mayAcceptLosses({ release, last_attempt: last }: CatalogSync): boolean {
  if (last?.outcome !== "refused" || !last.summary) return false;
  return (last.release ?? 0) >= (release ?? 0);
}
