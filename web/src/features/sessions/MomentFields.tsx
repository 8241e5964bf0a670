import { TextInput } from "@mantine/core";
import { useTranslation } from "@/i18n/attachments";
import { dayOf, instantOf, timeOf } from "@/lib/days";
import classes from "./Sessions.module.css";

/** A day and a time of day in Paris, both empty for none. */
export interface Moment {
  day: string;
  time: string;
}

export const momentOf = (instant: string | null | undefined): Moment =>
  instant ? { day: dayOf(instant), time: timeOf(instant) } : { day: "", time: "" };

/** The instant; without a time, the beginning of the day. */
export const instantOfMoment = ({ day, time }: Moment): string | null =>
  day === "" ? null : instantOf(day, time === "" ? "00:00" : time);

interface Props {
  label: string;
  description?: string;
  value: Moment;
  error?: string | null;
  onChange: (moment: Moment) => void;
}

export function MomentFields({ label, description, value, error, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.fields}>
      <TextInput
        type="date"
        label={t("moment.day", { label })}
        description={description}
        inputWrapperOrder={["label", "input", "description", "error"]}
        error={error ?? null}
        value={value.day}
        onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t("moment.time")}
        disabled={value.day === ""}
        value={value.time}
        onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
      />
    </div>
  );
}
