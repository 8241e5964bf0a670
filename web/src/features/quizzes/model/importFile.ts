// What the name of a file tells, and where in it a fault stands.
import type { QuestionFormat, QuestionImportRow } from "@/api/types";

/** The form a file says it has by its ending; null when it says none. */
export function formatOf(name: string): QuestionFormat | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === "csv" || ending === "tsv") return "csv";
  return ending === "gift" || ending === "txt" ? "gift" : null;
}

/** The name that spreadsheets give a column: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export type Wanted = "all" | "error" | "create";

export const wantedRows = (rows: readonly QuestionImportRow[], wanted: Wanted) =>
  rows.filter(({ action }) => wanted === "all" || action === wanted);
