import { Checkbox, TextInput } from "@mantine/core";
import { useTranslation } from "@/i18n/slots";
import type { Hours } from "./model/slots";
import classes from "./Sessions.module.css";

interface Props {
  value: Hours;
  onChange: (hours: Hours) => void;
  errors: Partial<Record<"date" | "start_time" | "end_time" | "end_date", string | null>>;
}

/** The day and the hours of a slot, in Paris. */
export function HoursFields({ value, onChange, errors }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={t("slot.date")}
          required
          error={errors.date ?? null}
          value={value.date}
          onChange={(event) => onChange({ ...value, date: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t("slot.start")}
          required
          error={errors.start_time ?? null}
          value={value.start_time}
          onChange={(event) => onChange({ ...value, start_time: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t("slot.end")}
          required
          error={errors.end_time ?? errors.end_date ?? null}
          value={value.end_time}
          onChange={(event) => onChange({ ...value, end_time: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={t("slot.overnight")}
        checked={value.overnight}
        onChange={(event) => onChange({ ...value, overnight: event.currentTarget.checked })}
      />
    </>
  );
}
