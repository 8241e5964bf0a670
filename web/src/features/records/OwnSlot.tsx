import type { MyAttendance, MySlot } from "@/api/types";
import { useTranslation } from "@/i18n/ownRecords";
import { dayOf, formatDate } from "@/lib/days";
import { StateTag } from "@/ui/StateTag";
import { SheetTag } from "./MarkTag";
import { OwnHalfDay } from "./OwnHalfDay";
import classes from "./Records.module.css";

/** A slot in which one is expected, with one's half-days. */
export function OwnSlot({ session, slot }: { session: MyAttendance; slot: MySlot }) {
  const { t } = useTranslation();
  const day = formatDate(dayOf(slot.starts_at));
  return (
    <>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={`${classes.name} ${classes.day}`}>{day}</h3>
          <p className={classes.facts}>
            <span>{slot.label}</span>
            {slot.place ? <span>{slot.place}</span> : null}
          </p>
        </div>
        {slot.cancelled_at ? (
          <StateTag tone="error">{t("recordWord.cancelled")}</StateTag>
        ) : (
          <SheetTag state={slot.state} />
        )}
      </div>
      {slot.taught ? (
        <p className={classes.said}>{t("own.taught", { text: slot.taught })}</p>
      ) : null}
      {slot.cancelled_at ? null : (
        <ul className={classes.halves}>
          {slot.half_days.map((half) => (
            <OwnHalfDay key={half.half_day.part} session={session} slot={slot} half={half} />
          ))}
        </ul>
      )}
    </>
  );
}
