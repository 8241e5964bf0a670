// What a link of the chain says of a rectification. It comes as it was sealed: what is not understood is left out.
import type { HalfDayPart, MarkStatus, SheetSeal } from "@/api/types";
import { plain, type Said } from "./marks";

export interface Rectified {
  enrolment: string;
  part: HalfDayPart;
  before: Said;
  after: Said;
  reason: string;
  by: string;
}

interface Sealed {
  status: MarkStatus;
  minutes_late?: number;
  justified?: boolean;
  entered_at?: string | null;
  left_at?: string | null;
}

const saidIn = (sealed: Sealed): Said => ({
  ...plain(sealed.status),
  minutes_late: sealed.status === "late" ? (sealed.minutes_late ?? 0) : null,
  justified: sealed.justified ?? false,
  entered_at: sealed.entered_at ?? null,
  left_at: sealed.left_at ?? null,
});

export function rectifiedIn(seal: SheetSeal): Rectified | null {
  const found = seal.rectification as unknown as
    | {
        enrolment_id?: string;
        part?: HalfDayPart;
        before?: Sealed;
        after?: Sealed;
        reason?: string;
        by?: string;
      }
    | null
    | undefined;
  if (!found?.before || !found.after || !found.enrolment_id || !found.part) return null;
  return {
    enrolment: found.enrolment_id,
    part: found.part,
    before: saidIn(found.before),
    after: saidIn(found.after),
    reason: found.reason ?? "",
    by: found.by ?? "",
  };
}
