import type { AttendanceHalfDay, AttendanceSheet, HalfDayPart } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { Choices } from "@/ui/Choices";
import { cellOf } from "./model/marks";
import { lastSaid } from "./model/outbox";
import classes from "./Sheet.module.css";
import { type RollCall, waitingOf } from "./useRollCall";

interface Props {
  sheet: AttendanceSheet;
  half: AttendanceHalfDay;
  roll: RollCall;
  onChange: (part: HalfDayPart) => void;
}

/** Which half-day of a slot that has two, with how many are still to be marked in each. */
export function HalfChoice({ sheet, half, roll, onChange }: Props) {
  const { t } = useTranslation();
  if (sheet.half_days.length < 2) return null;
  const unmarked = (part: HalfDayPart): number =>
    sheet.rows.filter((row) => {
      const waiting = waitingOf(roll.outbox, part, row.enrolment_id);
      const status = waiting ? lastSaid(waiting).status : cellOf(row, part)?.mark?.status;
      return row.is_expected && (status ?? "unmarked") === "unmarked";
    }).length;
  return (
    <div className={classes.halves}>
      <Choices<HalfDayPart>
        legend={t("sheet.half")}
        value={half.part}
        choices={sheet.half_days.map(({ part }) => ({
          value: part,
          label: t(`mark.part.${part}`),
          figure: sheet.state === "open" ? t("sheet.unmarked", { count: unmarked(part) }) : null,
        }))}
        onChange={onChange}
      />
    </div>
  );
}
