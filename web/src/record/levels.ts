// The common scale of levels and the two statuses, as the interface names them.
import type { Translate } from "@/i18n";

export const LEVELS = [1, 2, 3, 4] as const;
export type Level = (typeof LEVELS)[number];
export type Status = "declared" | "validated";

export const isLevel = (value: number): value is Level => LEVELS.some((level) => level === value);

/** “autonome”, “sans niveau”. */
export function levelName(t: Translate, level: number | null | undefined): string {
  switch (level) {
    case 1:
      return t("level.1");
    case 2:
      return t("level.2");
    case 3:
      return t("level.3");
    case 4:
      return t("level.4");
    default:
      return t("level.none");
  }
}

/** “niveau 3, autonome”. */
export function spokenLevel(t: Translate, level: number | null | undefined): string {
  return level ? t("level.spoken", { level, name: levelName(t, level) }) : t("level.none");
}

export function statusName(t: Translate, status: Status): string {
  return t(status === "validated" ? "status.validated" : "status.declared");
}
