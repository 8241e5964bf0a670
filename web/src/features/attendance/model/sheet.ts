// A sheet with what the server has just taken, before it is read anew.
import type { AttendanceSheet, RollCallResult } from "@/api/types";
import { cellKey } from "./marks";
import type { Waiting } from "./outbox";

export function withSaved(
  sheet: AttendanceSheet,
  rows: readonly Waiting[],
  result: Pick<RollCallResult, "saved" | "version">,
  by: { name: string; at: string },
): AttendanceSheet {
  const sent = new Map(rows.map((row) => [cellKey(row.part, row.enrolment), row]));
  const numbers = new Map(
    result.saved.map(({ part, enrolment_id: enrolment, number }) => [
      cellKey(part, enrolment),
      number,
    ]),
  );
  return {
    ...sheet,
    version: Math.max(sheet.version, result.version),
    rows: sheet.rows.map((row) => {
      if (!row.half_days.some(({ part }) => numbers.has(cellKey(part, row.enrolment_id)))) {
        return row;
      }
      return {
        ...row,
        half_days: row.half_days.map((cell) => {
          const at = cellKey(cell.part, row.enrolment_id);
          const [number, said] = [numbers.get(at), sent.get(at)];
          if (number === undefined || !said || number <= (cell.mark?.number ?? 0)) return cell;
          const mark = {
            ...said.said,
            number,
            minutes_late: said.said.minutes_late ?? 0,
            proof_file_id: said.proof ?? cell.mark?.proof_file_id ?? null,
            method: said.method,
            by: by.name,
            at: by.at,
            is_rectified: false,
          };
          return { ...cell, mark };
        }),
      };
    }),
  };
}
