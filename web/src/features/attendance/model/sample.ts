// A sheet for tests: three people, a morning and an afternoon.
import type { AttendanceMark, AttendanceRow, AttendanceSheet } from "@/api/types";

export const mark = (what: Partial<AttendanceMark> = {}): AttendanceMark => ({
  number: 1,
  status: "present",
  minutes_late: 0,
  justified: false,
  reason: null,
  note: null,
  proof_file_id: null,
  entered_at: null,
  left_at: null,
  method: "trainer",
  by: "Ada Lovelace",
  at: "2026-03-04T08:05:00Z",
  is_rectified: false,
  ...what,
});

export const row = (id: string, what: Partial<AttendanceRow> = {}): AttendanceRow => ({
  enrolment_id: id,
  first_name: `Prénom${id}`,
  last_name: `Nom${id}`,
  reference: null,
  enrolment_status: "enrolled",
  has_account: true,
  is_expected: true,
  half_days: [
    { part: "am", mark: null, signature: null, declared_late_minutes: null },
    { part: "pm", mark: null, signature: null, declared_late_minutes: null },
  ],
  ...what,
});

const half = (part: "am" | "pm", from: string, to: string) => ({
  part,
  date: "2026-03-04",
  starts_at: from,
  ends_at: to,
  minutes: (Date.parse(to) - Date.parse(from)) / 60_000,
  signing_opens_at: from,
  signing_closes_at: "2026-03-04T16:30:00Z",
  is_signing_open: true,
});

export const sheetOf = (
  rows: AttendanceRow[],
  what: Partial<AttendanceSheet> = {},
): AttendanceSheet => ({
  slot_id: "s1",
  session_id: "t1",
  session_status: "running",
  label: "Bases du web",
  kind: "course",
  starts_at: "2026-03-04T08:00:00Z",
  ends_at: "2026-03-04T16:00:00Z",
  place: "Salle 4",
  cancelled_at: null,
  state: "open",
  version: 3,
  now: "2026-03-04T09:00:00Z",
  half_days: [
    half("am", "2026-03-04T08:00:00Z", "2026-03-04T12:00:00Z"),
    half("pm", "2026-03-04T12:00:00Z", "2026-03-04T16:00:00Z"),
  ],
  asks_entry_exit: false,
  reopened_until: null,
  reopened_reason: null,
  taught: "",
  paper: null,
  rows,
  trainers: [{ person_id: "p1", name: "Ada Lovelace", is_assigned: true, signatures: [] }],
  missing: [],
  contests: [],
  seals: [],
  ...what,
});
