// Thresholds as they are typed, and as they are sent.
import type { AttendanceThreshold } from "@/api/types";

/** As the server takes them at most. */
export const MOST = 5;

export interface Typed {
  key: number;
  percent: string;
  after: string;
}

export const typedOf = (thresholds: readonly AttendanceThreshold[]): Typed[] =>
  thresholds.map((one, key) => ({
    key,
    percent: String(one.below_percent),
    after: String(one.after_half_days),
  }));

export const another = (typed: readonly Typed[]): Typed => ({
  key: Math.max(-1, ...typed.map(({ key }) => key)) + 1,
  percent: "80",
  after: "4",
});

const wholeIn = (text: string, most: number): number | null => {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : 0;
  return value >= 1 && value <= most ? value : null;
};

export type Fault = "percent" | "after" | "twice";

/** The first fault of each line, by its place; none when all can be sent. */
export function faultsOf(typed: readonly Typed[]): Record<number, Fault> {
  const faults: Record<number, Fault> = {};
  typed.forEach(({ percent, after }, place) => {
    const same = (other: Typed) =>
      Number(other.percent) === Number(percent) && Number(other.after) === Number(after);
    if (wholeIn(percent, 100) === null) faults[place] = "percent";
    else if (wholeIn(after, 500) === null) faults[place] = "after";
    else if (typed.slice(0, place).some(same)) faults[place] = "twice";
  });
  return faults;
}

export const thresholdsOf = (typed: readonly Typed[]): AttendanceThreshold[] =>
  typed.map(({ percent, after }) => ({
    below_percent: Number(percent),
    after_half_days: Number(after),
  }));
