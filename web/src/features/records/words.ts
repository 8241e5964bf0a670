// How marks and half-days are named.
import type { Certificate, MySlot, RecordMark } from "@/api/types";
import type { Translate } from "@/i18n/recordWords";
import { dayOf, formatDateTight, formatTimes } from "@/lib/days";
import { formatDuration } from "@/lib/format";
import type { MarkStatus, Part, SheetState } from "./model/marks";

export type Tone = "neutral" | "success" | "warning" | "error";

const TONES: Record<MarkStatus, Tone> = {
  unmarked: "neutral",
  present: "success",
  late: "warning",
  absent: "error",
  excused: "neutral",
};

type Said = Pick<RecordMark, "status" | "justified" | "minutes_late">;

/** What a mark says in a few words, and the colour that goes with it. */
export function markName(t: Translate, mark: Said | null | undefined): [string, Tone] {
  if (!mark) return [t("recordWord.status.unmarked"), "neutral"];
  const { status, minutes_late: late, justified } = mark;
  if (status === "absent") {
    return justified
      ? [t("recordWord.justified"), "warning"]
      : [t("recordWord.unjustified"), "error"];
  }
  if (status === "late" && late > 0) {
    return [t("recordWord.lateBy", { minutes: formatDuration(late) }), "warning"];
  }
  return [t(`recordWord.status.${status}`), TONES[status]];
}

export const partName = (t: Translate, part: Part): string => t(`recordWord.part.${part}`);

export const certificateName = (t: Translate, kind: Certificate["kind"]): string =>
  t(`recordWord.certificate.${kind}`);

const STATE_TONES: Record<SheetState, Tone> = {
  open: "neutral",
  closed: "success",
  contested: "warning",
};

export const stateName = (t: Translate, state: SheetState): [string, Tone] => [
  t(`recordWord.state.${state}`),
  STATE_TONES[state],
];

type Times = Pick<MySlot, "label" | "starts_at" | "ends_at">;

/** `lun. 2 mars, 9 h – 12 h 30 : Théorie`: a slot where nothing around it says which. */
export const slotName = ({ label, starts_at: from, ends_at: to }: Times): string =>
  `${formatDateTight(dayOf(from))}, ${formatTimes(from, to)}\u00a0: ${label}`;
