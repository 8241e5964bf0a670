import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "@/i18n/ownRecords";
import { formatTime, timeOf } from "@/lib/days";
import { LateNote } from "./LateNote";
import { useMyAttendance } from "./mineQueries";
import type { ToSign } from "./model/own";
import classes from "./Records.module.css";
import { SignForm } from "./SignForm";
import { partName, slotName } from "./words";

/** A half-day that waits for one's signature now. */
export function ToSignRow({ session, slot, half }: ToSign) {
  const { t } = useTranslation();
  const { sign } = useMyAttendance();
  const [open, setOpen] = useState(false);
  const { half_day: unit } = half;
  const name = `${partName(t, unit.part)}, ${slotName(slot)}`;
  return (
    <li>
      <div className={classes.head}>
        <div className={classes.main}>
          <h3 className={classes.name}>{name}</h3>
          <p className={classes.facts}>
            <span>{session.title}</span>
            <span>{t("own.signBy", { time: formatTime(timeOf(unit.signing_closes_at)) })}</span>
          </p>
        </div>
        <Button
          aria-expanded={open}
          aria-label={t("sign.openOf", { name })}
          variant={open ? "default" : "filled"}
          onClick={() => setOpen(!open)}
        >
          {t("sign.open")}
        </Button>
      </div>
      {open ? (
        <div className={classes.below}>
          <LateNote half={half} />
          <SignForm
            name={name}
            withPassword
            sign={(signing) => sign(slot.slot_id, unit.part, signing)}
            onCancel={() => setOpen(false)}
          />
        </div>
      ) : null}
    </li>
  );
}
