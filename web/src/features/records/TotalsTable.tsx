import type { ReactNode } from "react";
import type { SessionTotals } from "@/api/types";
import { useTranslation } from "@/i18n/records";
import { formatDuration, formatRate } from "@/lib/format";
import classes from "./Records.module.css";

type Rated = Pick<SessionTotals, "totals" | "rate" | "rate_so_far">;

export interface Line extends Rated {
  key: string;
  name: ReactNode;
}

/** Most cells hold nothing: what holds something is seen. */
const durationOf = (minutes: number): string => (minutes === 0 ? "–" : formatDuration(minutes));

interface Props {
  label: string;
  /** What the first column names. */
  heading: string;
  lines: Line[];
  total?: Rated;
}

/** Minutes and rates, line by line. */
export function TotalsTable({ label, heading, lines, total }: Props) {
  const { t } = useTranslation();
  const columns = ["planned", "attended", "late", "justified", "unjustified", "excused"] as const;
  const figures = ({ totals, rate, rate_so_far: soFar }: Rated) => (
    <>
      <td className={classes.figure}>{soFar == null ? "–" : formatRate(soFar)}</td>
      <td className={classes.figure}>{rate == null ? "–" : formatRate(rate)}</td>
      {columns.map((column) => (
        <td key={column} className={classes.figure}>
          {durationOf(totals[column])}
        </td>
      ))}
      <td className={classes.figure}>{durationOf(totals.unmarked)}</td>
    </>
  );
  const name = t("totals.table", { name: label });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className={classes.scroll} aria-label={name} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" className={classes.figure}>
              {t("totals.soFar")}
            </th>
            <th scope="col" className={classes.figure}>
              {t("totals.rate")}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={classes.figure}>
                {t(`totals.column.${column}`)}
              </th>
            ))}
            <th scope="col" className={classes.figure}>
              {t("totals.column.unmarked")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.name}</th>
              {figures(line)}
            </tr>
          ))}
          {total ? (
            <tr className={classes.total}>
              <th scope="row">{t("totals.all")}</th>
              {figures(total)}
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}
