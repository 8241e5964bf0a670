// How marks, half-days and people are named.
import type { AttendanceMark, AttendanceRow, HalfDayPart } from "@/api/types";
import type { Translate } from "@/i18n/attendance";
import { formatTime, timeOf } from "@/lib/days";
import { formatDuration, formatMoment } from "@/lib/format";
import type { Said } from "./model/marks";

type Named = Pick<AttendanceRow, "first_name" | "last_name">;

/** As on a sheet: the last name first, which is how the roll is sorted. */
export const rollName = ({ first_name: first, last_name: last }: Named): string =>
  `${last} ${first}`.trim();

export const partName = (t: Translate, part: HalfDayPart): string => t(`mark.part.${part}`);

/** “Retard de 12 min, justifié (transports)”. */
export function saidName(t: Translate, said: Said): string {
  const { status, minutes_late: minutes, reason } = said;
  const missed = status === "late" || status === "absent";
  const first =
    status === "late"
      ? t("mark.lateOf", { duration: formatDuration(minutes ?? 0) })
      : t(`mark.status.${status}`);
  const more = [
    missed ? t(said.justified ? "mark.justified" : "mark.unjustified") : "",
    reason ? t(`mark.reasons.${reason}`).toLocaleLowerCase("fr") : "",
    said.entered_at ? t("mark.enteredAt", { time: formatTime(timeOf(said.entered_at)) }) : "",
    said.left_at ? t("mark.leftAt", { time: formatTime(timeOf(said.left_at)) }) : "",
  ].filter(Boolean);
  return [first, ...more].join(", ");
}

/** By whom, when and how a mark came to be. */
export const markOrigin = (t: Translate, mark: AttendanceMark): string =>
  t("mark.origin", {
    name: mark.by,
    date: formatMoment(mark.at),
    method: t(`mark.method.${mark.method}`),
  });
