// Numbers as people type them in French: a comma, spaces that separate thousands.
import { LANGUAGE } from "@/i18n";

const FORM = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;
const format = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 15, useGrouping: false });
const figures = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 2 });

/** The number that was typed; null when it is none. */
export function numberOf(typed: string): number | null {
  const text = typed.replace(/[\s\u00a0\u202f]/gu, "").replace("−", "-");
  if (!FORM.test(text)) return null;
  const value = Number(text.replace(",", "."));
  return Number.isFinite(value) ? value : null;
}

/** A number as it would be typed. */
export function typedOf(value: number): string {
  return Math.abs(value) >= 1e15 ? String(value).replace(".", ",") : format.format(value);
}

/** Points as they are read: “1,5”. */
export const formatPoints = (points: number): string => figures.format(points);
