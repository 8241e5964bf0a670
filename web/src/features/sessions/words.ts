// How states and kinds are named.
import type { EnrolmentStatus, Modality, SessionStatus, TrainingSession } from "@/api/types";
import type { Translate } from "@/i18n/sessions";
import { formatDuration } from "@/lib/format";

export const STATUSES: SessionStatus[] = [
  "draft",
  "planned",
  "running",
  "ended",
  "closed",
  "cancelled",
];

export const statusName = (t: Translate, status: SessionStatus): string =>
  t(`session.status.${status}`);

export const enrolmentName = (t: Translate, status: EnrolmentStatus): string =>
  t(`session.enrolment.${status}`);

export const modalityName = (t: Translate, modality: Modality): string =>
  t(`session.modality.${modality}`);

/** How long something takes; what is not known yet is said so. */
export const durationName = (t: Translate, minutes: number): string =>
  minutes === 0 ? t("session.noDuration") : formatDuration(minutes);

/** Seats taken, of how many. */
export const seatsName = (
  t: Translate,
  { seats, taken }: Pick<TrainingSession, "seats" | "taken">,
) =>
  seats === null || seats === undefined
    ? t("session.taken", { count: taken })
    : t("session.takenOf", { count: taken, seats });

export const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;
