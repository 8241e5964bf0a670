import type { ReactNode } from "react";
import type { AttendanceSheet } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { dayOf, formatDate, formatTimes } from "@/lib/days";
import { PageTitle } from "@/ui/PageTitle";
import { StateTag } from "@/ui/StateTag";
import classes from "./TrainingsLayout.module.css";

const TONES = { open: "neutral", closed: "success", contested: "error" } as const;

interface Props {
  sheet: AttendanceSheet;
  /** The way back. */
  children?: ReactNode;
}

/** Which slot a sheet is of, and where it stands. */
export function SheetHead({ sheet, children }: Props) {
  const { t } = useTranslation();
  return (
    <div>
      {children}
      <PageTitle title={sheet.label} tab={t("sheet.tab", { label: sheet.label })} />
      <div className={classes.meta}>
        <StateTag tone={TONES[sheet.state]}>{t(`sheet.state.${sheet.state}`)}</StateTag>
        <span>
          {formatDate(dayOf(sheet.starts_at))}, {formatTimes(sheet.starts_at, sheet.ends_at)}
        </span>
        {sheet.place ? <span>{sheet.place}</span> : null}
      </div>
    </div>
  );
}
