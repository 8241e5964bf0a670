// How much of what names the catalogue a release has.
import type { AlignmentItem } from "@/api/types";
import { LANGUAGE } from "@/i18n";

const percent = new Intl.NumberFormat(LANGUAGE, { style: "percent", maximumFractionDigits: 1 });

export interface Counts {
  linked: number;
  present: number;
}

export function total(items: AlignmentItem[]): Counts & { waiting: number } {
  const sum = (count: (item: AlignmentItem) => number) =>
    items.reduce((all, item) => all + count(item), 0);
  return {
    linked: sum(({ linked }) => linked),
    present: sum(({ present }) => present),
    waiting: sum(({ to_decide: waiting }) => waiting),
  };
}

/** The share of what is linked that the release has. Rounded down: all is said of all only. */
export const shareOf = ({ present, linked }: Counts): string =>
  percent.format(linked === 0 ? 1 : Math.floor((present / linked) * 1000) / 1000);
