import type { AttendanceSheet } from "@/api/types";
import { dayOf } from "@/lib/days";
import { folded } from "@/lib/matching";

const LONGEST = 60;

/** `emargement-2026-03-04-bases-du-web`: what a file of a slot is called, without its ending. */
export function fileName(kind: string, { starts_at: start, label }: AttendanceSheet): string {
  const words = folded(label)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return [kind, dayOf(start), words].filter(Boolean).join("-");
}
