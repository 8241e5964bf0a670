// The table by which staff write experiences down for their trainees.
import type { FieldProblem } from "@/api/problem";

export const LARGEST = 512 * 1024;

const HEADINGS = [
  "e-mail",
  "intitulé",
  "début",
  "fin",
  "organisme",
  "lieu",
  "description",
  "compétences",
];
const EXAMPLE = [
  "prenom.nom@exemple.fr",
  "Stage en atelier",
  "2026-01-12",
  "2026-02-06",
  "Atelier du port",
  "Brest",
  "Montage et réglage des machines.",
  "103091:3 107405:2",
];

/** A table to fill in, as spreadsheets open it: a mark at its start, semicolons between its columns. */
export const template = (): string => `\ufeff${HEADINGS.join(";")}\r\n${EXAMPLE.join(";")}\r\n`;

export interface TableFault {
  /** The line of the table, the heading being the first; null when the whole table is meant. */
  line: number | null;
  column: string | null;
  message: string;
}

/** `/csv/lines/4/début` → line 4, column « début ». */
export function faultOf({ pointer, message }: FieldProblem): TableFault {
  const found = /^\/csv\/lines\/(\d+)(?:\/(.+))?$/.exec(pointer);
  if (!found) return { line: null, column: null, message };
  return { line: Number(found[1]), column: found[2] ?? null, message };
}
