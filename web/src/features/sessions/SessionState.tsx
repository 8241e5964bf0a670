import type { EnrolmentStatus, SessionStatus } from "@/api/types";
import { useTranslation } from "@/i18n/sessions";
import { StateTag } from "@/ui/StateTag";
import { enrolmentName, statusName } from "./words";

const TONES = {
  draft: "neutral",
  planned: "warning",
  running: "success",
  ended: "neutral",
  closed: "neutral",
  cancelled: "error",
} as const;

/** How far a session is. */
export function SessionState({ status }: { status: SessionStatus }) {
  const { t } = useTranslation();
  return <StateTag tone={TONES[status]}>{statusName(t, status)}</StateTag>;
}

const ENROLMENT_TONES = {
  waiting: "warning",
  invited: "warning",
  enrolled: "success",
  confirmed: "success",
  abandoned: "error",
  finished: "neutral",
  cancelled: "neutral",
} as const;

/** How far somebody's participation is. */
export function EnrolmentState({ status }: { status: EnrolmentStatus }) {
  const { t } = useTranslation();
  return <StateTag tone={ENROLMENT_TONES[status]}>{enrolmentName(t, status)}</StateTag>;
}
