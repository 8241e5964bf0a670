// Marks, states and half-days as the API names them.
import type { MyHalfDay, MySlot, RecordMark } from "@/api/types";

export type MarkStatus = RecordMark["status"];
export type Method = RecordMark["method"];
export type Reason = NonNullable<RecordMark["reason"]>;
export type SheetState = MySlot["state"];
export type Part = MyHalfDay["half_day"]["part"];
export type SignatureMethod = NonNullable<MyHalfDay["signature"]>["method"];

export const STATUSES: MarkStatus[] = ["present", "late", "absent", "excused"];
export const REASONS: Reason[] = [
  "health",
  "family",
  "summons",
  "employer",
  "employment",
  "transport",
  "exclusion",
  "exemption",
  "other",
];

export const wasThere = (status: MarkStatus): boolean => status === "present" || status === "late";
