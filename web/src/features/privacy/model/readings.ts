// The openings of one's profile are numbered from 1 on, and the log is only ever added to: what is missing can be seen.
import type { ProfileAppearance } from "@/api/types";

const MOST_NAMED = 20;

/** The numbers that are missing between the first and the last of these, which come latest first. */
export function missingOf(numbers: readonly number[]): number[] {
  const missing: number[] = [];
  for (let at = 1; at < numbers.length; at++) {
    const [later = 0, earlier = 0] = [numbers[at - 1], numbers[at]];
    for (let number = later - 1; number > earlier && missing.length < MOST_NAMED; number--) {
      missing.push(number);
    }
  }
  return missing;
}

export interface AppearanceDay {
  day: string;
  total: number;
  companies: { siret: string; name: string; times: number }[];
}

/** By day, latest first; of a day, the company with most of them first. */
export function byDay(lines: readonly ProfileAppearance[]): AppearanceDay[] {
  const days = new Map<string, AppearanceDay>();
  for (const { day, company, times } of lines) {
    const found = days.get(day) ?? { day, total: 0, companies: [] };
    found.total += times;
    found.companies.push({ ...company, times });
    days.set(day, found);
  }
  const sorted = [...days.values()];
  for (const { companies } of sorted) companies.sort((one, other) => other.times - one.times);
  return sorted;
}
