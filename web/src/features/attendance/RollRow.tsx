import { memo } from "react";
import type { AttendanceRow, HalfDayPart, MarkStatus } from "@/api/types";
import { useTranslation } from "@/i18n/attendance";
import { formatDuration } from "@/lib/format";
import { fullName } from "@/lib/names";
import { Icon } from "@/ui/Icon";
import { CALLED, cellOf, type Said, wasThere } from "./model/marks";
import classes from "./Roll.module.css";
import { partName, rollName, saidName } from "./words";

/** Where a mark of this device stands. */
export type Delivery = "waiting" | "stuck" | null;

interface Props {
  row: AttendanceRow;
  part: HalfDayPart;
  said: Said;
  delivery: Delivery;
  /** The only row of the list that Tab reaches. */
  isActive: boolean;
  /** Nobody is there before the half-day. */
  hasBegun: boolean;
  isOpen: boolean;
  /** What is said of the other half-day. */
  other: MarkStatus | null;
  onStatus: (row: AttendanceRow, status: MarkStatus) => void;
  onDetails: (row: AttendanceRow) => void;
}

/** One person of the roll. */
export const RollRow = memo(function RollRow(props: Props) {
  const { row, part, said, delivery, isActive, hasBegun, isOpen, other } = props;
  const { t } = useTranslation();
  const name = fullName(row);
  const cell = cellOf(row, part);
  const signed = Boolean(cell?.signature);
  const late = wasThere(said.status) && !delivery ? cell?.declared_late_minutes : null;
  const tab = isActive ? 0 : -1;
  const notes = [
    row.reference ?? "",
    other ? `${partName(t, part === "am" ? "pm" : "am")} : ${t(`mark.status.${other}`)}` : "",
    row.is_expected ? "" : t("roll.notExpected"),
  ].filter(Boolean);
  return (
    <div className={classes.row} data-status={said.status} data-active={isActive || undefined}>
      <div className={classes.who}>
        <strong className={classes.name}>{rollName(row)}</strong>
        <span className={classes.state} data-status={said.status}>
          {saidName(t, said)}
        </span>
        {delivery ? (
          <span className={classes.delivery} data-delivery={delivery}>
            <Icon name={delivery === "waiting" ? "clock" : "alert"} size={14} />
            {t(`roll.${delivery}`)}
          </span>
        ) : null}
        {late ? (
          <span className={classes.delivery}>
            <Icon name="clock" size={14} />
            {t("roll.declaredLate", { duration: formatDuration(late) })}
          </span>
        ) : null}
        {signed ? <span className={classes.signed}>{t("roll.signed")}</span> : null}
        {notes.length > 0 ? <span className={classes.soft}>{notes.join(" · ")}</span> : null}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset per person would be heavy for five hundred */}
      <div role="group" aria-label={name} className={classes.statuses}>
        {CALLED.map((status) => (
          <button
            key={status}
            type="button"
            tabIndex={tab}
            className={classes.status}
            data-status={status}
            aria-pressed={said.status === status}
            disabled={!row.is_expected || (!hasBegun && wasThere(status))}
            onClick={() => props.onStatus(row, status)}
          >
            {t(`roll.button.${status}`)}
          </button>
        ))}
        <button
          type="button"
          tabIndex={tab}
          className={classes.more}
          aria-expanded={isOpen}
          aria-label={t("roll.detailsOf", { name })}
          onClick={() => props.onDetails(row)}
        >
          <Icon name="pencil" size={17} />
        </button>
      </div>
    </div>
  );
});
