import { Button } from "@mantine/core";
import { useState } from "react";
import type { AttendanceHalfDay, AttendanceRow, AttendanceSheet } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { fullName } from "@/lib/names";
import { Notice } from "@/ui/Notice";
import { StateTag } from "@/ui/StateTag";
import { cellOf, saidOf } from "./model/marks";
import type { Place } from "./outboxStore";
import { RectifyDialog } from "./RectifyDialog";
import classes from "./Seal.module.css";
import { StuckRows } from "./StuckRows";
import type { RollCall } from "./useRollCall";
import { markOrigin, rollName, saidName } from "./words";

interface Props {
  place: Place;
  sheet: AttendanceSheet;
  half: AttendanceHalfDay;
  roll: RollCall;
  /** Whether this person may rectify. */
  rectifies: boolean;
}

/** The roll of a sheet that is sealed: read, and put right only with a reason. */
export function SealedRoll({ place, sheet, half, roll, rectifies }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<AttendanceRow | null>(null);
  const chosenMark = chosen ? cellOf(chosen, half.part)?.mark : null;
  return (
    <>
      <Notice tone="info" title={t("sealing.readOnly")}>
        {t(rectifies ? "sealing.readOnlyStaff" : "sealing.readOnlyTrainer")}
      </Notice>
      <StuckRows sheet={sheet} roll={roll} />
      <ul className={classes.sheet} aria-label={t("roll.list")}>
        {sheet.rows.map((row) => {
          const mark = cellOf(row, half.part)?.mark;
          const isContested = sheet.contests.some(
            (contest) =>
              contest.enrolment_id === row.enrolment_id &&
              contest.part === half.part &&
              !contest.decision,
          );
          return (
            <li key={row.enrolment_id} className={classes.person}>
              <div>
                <span className={classes.name}>{rollName(row)}</span>{" "}
                {mark?.is_rectified ? (
                  <StateTag tone="warning">{t("mark.rectified")}</StateTag>
                ) : null}{" "}
                {isContested ? <StateTag tone="error">{t("dispute.waiting")}</StateTag> : null}
                <span className={classes.soft}>
                  {saidName(t, saidOf(mark))}
                  {mark ? ` · ${markOrigin(t, mark)}` : ""}
                </span>
              </div>
              {rectifies && mark ? (
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={t("sealing.rectify.openOf", { name: fullName(row) })}
                  onClick={() => setChosen(row)}
                >
                  {t("sealing.rectify.open")}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {chosen && chosenMark ? (
        <RectifyDialog
          place={place}
          row={chosen}
          half={half}
          mark={chosenMark}
          asksEntryExit={sheet.asks_entry_exit}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  );
}
