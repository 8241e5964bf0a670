import { Button } from "@mantine/core";
import type { AttendanceRow, AttendanceSheet } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { fullName } from "@/lib/names";
import { Notice } from "@/ui/Notice";
import { cellKey, saidOf } from "./model/marks";
import { lastSaid, stuck, type Waiting } from "./model/outbox";
import classes from "./Stuck.module.css";
import type { RollCall } from "./useRollCall";
import { markOrigin, partName, saidName } from "./words";

interface Props {
  sheet: AttendanceSheet;
  roll: RollCall;
}

/** Marks that met another one, or that cannot be written: each waits for a choice, and nothing was overwritten. */
export function StuckRows({ sheet, roll }: Props) {
  const { t } = useTranslation();
  const rows = stuck(roll.outbox);
  const conflicts = rows.filter((row) => row.conflict);
  const refusals = rows.filter((row) => !row.conflict);
  if (rows.length === 0) return null;
  return (
    <>
      {conflicts.length > 0 ? (
        <Notice
          tone="warning"
          icon="alert"
          announce
          title={t("roll.conflicts", { count: conflicts.length })}
        >
          <p className={classes.lead}>{t("roll.conflictsHelp")}</p>
          <Lines rows={conflicts} sheet={sheet} roll={roll} />
        </Notice>
      ) : null}
      {refusals.length > 0 ? (
        <Notice tone="error" announce title={t("roll.refusals", { count: refusals.length })}>
          <Lines rows={refusals} sheet={sheet} roll={roll} />
        </Notice>
      ) : null}
    </>
  );
}

function Lines({ rows, sheet, roll }: Props & { rows: Waiting[] }) {
  const names = new Map<string, AttendanceRow>(sheet.rows.map((row) => [row.enrolment_id, row]));
  return (
    <ul className={classes.lines}>
      {rows.map((waiting) => (
        <Line
          key={cellKey(waiting.part, waiting.enrolment)}
          waiting={waiting}
          row={names.get(waiting.enrolment)}
          roll={roll}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  waiting: Waiting;
  row: AttendanceRow | undefined;
  roll: RollCall;
}

function Line({ waiting, row, roll }: LineProps) {
  const { t } = useTranslation();
  const at = cellKey(waiting.part, waiting.enrolment);
  const name = row ? fullName(row) : t("roll.gone");
  const { conflict, refusal } = waiting;
  return (
    <li className={classes.line} aria-label={name}>
      <strong>
        {name} · {partName(t, waiting.part)}
      </strong>
      <dl className={classes.sides}>
        <div>
          <dt>{t("roll.mine")}</dt>
          <dd>{saidName(t, lastSaid(waiting))}</dd>
        </div>
        {conflict ? (
          <div>
            <dt>{t("roll.theirs")}</dt>
            <dd>
              {conflict.current ? (
                <>
                  {saidName(t, saidOf(conflict.current))}
                  <span className={classes.origin}>{markOrigin(t, conflict.current)}</span>
                </>
              ) : (
                t("mark.status.unmarked")
              )}
            </dd>
          </div>
        ) : (
          <div>
            <dt>{t("roll.why")}</dt>
            <dd>{refusal}</dd>
          </div>
        )}
      </dl>
      <div className={classes.choices}>
        <Button
          size="sm"
          variant="default"
          aria-label={t(conflict ? "roll.keepMineOf" : "roll.againOf", { name })}
          onClick={() => roll.keep(at)}
        >
          {t(conflict ? "roll.keepMine" : "roll.again")}
        </Button>
        <Button
          size="sm"
          variant="default"
          aria-label={t(conflict ? "roll.takeTheirsOf" : "roll.giveUpOf", { name })}
          onClick={() => roll.drop(at)}
        >
          {t(conflict ? "roll.takeTheirs" : "roll.giveUp")}
        </Button>
      </div>
    </li>
  );
}
