import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { SlotKind, TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n/slots";
import { addDays, weekdayName } from "@/lib/days";
import { Choices } from "@/ui/Choices";
import type { Rule, RuleFaults } from "./model/generation";
import { Closures, FaultLine, HoursOfDays } from "./RuleRanges";
import fields from "./Sessions.module.css";
import classes from "./Slots.module.css";

const A_MONDAY = "2026-03-02";
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const WEEKS = [1, 2, 3, 4, 6, 8];

interface Props {
  session: TrainingSession;
  rule: Rule;
  faults: RuleFaults;
  onChange: (rule: Rule) => void;
}

/** The rule by which slots are generated. */
export function RuleFields({ session, rule, faults, onChange }: Props) {
  const { t } = useTranslation();
  const toggle = (day: number, on: boolean) =>
    onChange({
      ...rule,
      weekdays: on ? [...rule.weekdays, day] : rule.weekdays.filter((one) => one !== day),
    });
  return (
    <>
      <Choices<SlotKind>
        legend={t("slot.kind")}
        value={rule.kind}
        choices={[
          { value: "course", label: t("slot.kinds.course") },
          { value: "exam", label: t("slot.kinds.exam") },
        ]}
        onChange={(kind) => onChange({ ...rule, kind })}
      />
      <div className={fields.fields}>
        <NativeSelect
          size="md"
          label={t("slot.course")}
          error={faults.session_course_id ?? null}
          value={rule.session_course_id}
          data={[
            { value: "", label: t("slot.noCourse") },
            ...session.courses.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(event) => onChange({ ...rule, session_course_id: event.currentTarget.value })}
        />
        <TextInput
          label={t("slot.title")}
          maxLength={200}
          error={faults.title ?? null}
          value={rule.title}
          onChange={(event) => onChange({ ...rule, title: event.currentTarget.value })}
        />
        <TextInput
          label={t("slot.place")}
          placeholder={session.place || undefined}
          maxLength={300}
          error={faults.place ?? null}
          value={rule.place}
          onChange={(event) => onChange({ ...rule, place: event.currentTarget.value })}
        />
      </div>
      <fieldset className={classes.fieldset}>
        <legend>{t("generation.weekdays")}</legend>
        <div className={classes.weekdays}>
          {WEEKDAYS.map((day) => (
            <Checkbox
              key={day}
              label={weekdayName(addDays(A_MONDAY, day - 1))}
              checked={rule.weekdays.includes(day)}
              onChange={(event) => toggle(day, event.currentTarget.checked)}
            />
          ))}
        </div>
        <FaultLine text={faults.weekdays} />
      </fieldset>
      <div className={fields.fields}>
        <TextInput
          type="date"
          label={t("generation.from")}
          required
          error={faults.from ?? null}
          value={rule.from}
          onChange={(event) => onChange({ ...rule, from: event.currentTarget.value })}
        />
        <NativeSelect
          size="md"
          label={t("generation.every")}
          value={String(rule.every_weeks)}
          data={WEEKS.map((weeks) => ({
            value: String(weeks),
            label: weeks === 1 ? t("generation.everyWeek") : t("generation.everyWeeks", { weeks }),
          }))}
          onChange={(event) =>
            onChange({ ...rule, every_weeks: Number(event.currentTarget.value) })
          }
        />
        <NativeSelect
          size="md"
          label={t("generation.ends")}
          value={rule.ends}
          data={[
            { value: "until", label: t("generation.endsUntil") },
            { value: "count", label: t("generation.endsCount") },
          ]}
          onChange={(event) =>
            onChange({ ...rule, ends: event.currentTarget.value as Rule["ends"] })
          }
        />
        {rule.ends === "until" ? (
          <TextInput
            type="date"
            label={t("generation.until")}
            required
            min={rule.from || undefined}
            error={faults.until ?? null}
            value={rule.until}
            onChange={(event) => onChange({ ...rule, until: event.currentTarget.value })}
          />
        ) : (
          <TextInput
            label={t("generation.count")}
            inputMode="numeric"
            required
            maxLength={3}
            error={faults.count ?? null}
            value={rule.count}
            onChange={(event) => onChange({ ...rule, count: event.currentTarget.value })}
          />
        )}
      </div>
      <HoursOfDays rule={rule} faults={faults} onChange={onChange} />
      <Checkbox
        label={t(
          session.holidays === "alsace_moselle" ? "generation.skipLocal" : "generation.skip",
        )}
        checked={rule.skip_holidays}
        onChange={(event) => onChange({ ...rule, skip_holidays: event.currentTarget.checked })}
      />
      <Closures rule={rule} faults={faults} onChange={onChange} />
    </>
  );
}
