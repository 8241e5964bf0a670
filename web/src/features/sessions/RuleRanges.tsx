import { ActionIcon, Button, Group, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "@/i18n/slots";
import { Icon } from "@/ui/Icon";
import { MOST_HOURS, type Rule, type RuleFaults } from "./model/generation";
import classes from "./Slots.module.css";

interface Props {
  rule: Rule;
  faults: RuleFaults;
  onChange: (rule: Rule) => void;
}

const without = <T,>(list: T[], place: number): T[] => list.filter((_, at) => at !== place);
const withAt = <T,>(list: T[], place: number, one: T): T[] =>
  list.map((was, at) => (at === place ? one : was));

/** From which hour to which, one to four times a day. */
export function HoursOfDays({ rule, faults, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t("generation.hours")}</legend>
      <Stack gap="xs" mt={6}>
        {rule.hours.map((hours, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that tells them apart
          <div key={place} className={classes.hours}>
            {(["start_time", "end_time"] as const).map((end) => (
              <TextInput
                key={end}
                type="time"
                label={t(end === "start_time" ? "generation.start" : "generation.end", {
                  number: place + 1,
                })}
                error={faults[`hours.${place}.${end}`] ?? null}
                value={hours[end]}
                onChange={(event) =>
                  onChange({
                    ...rule,
                    hours: withAt(rule.hours, place, {
                      ...hours,
                      [end]: event.currentTarget.value,
                    }),
                  })
                }
              />
            ))}
            <ActionIcon
              variant="subtle"
              size={42}
              disabled={rule.hours.length === 1}
              aria-label={t("generation.removeHours", { number: place + 1 })}
              onClick={() => onChange({ ...rule, hours: without(rule.hours, place) })}
            >
              <Icon name="close" />
            </ActionIcon>
          </div>
        ))}
        {rule.hours.length < MOST_HOURS ? (
          <Group>
            <Button
              variant="light"
              size="compact-md"
              onClick={() =>
                onChange({ ...rule, hours: [...rule.hours, { start_time: "", end_time: "" }] })
              }
            >
              {t("generation.addHours")}
            </Button>
          </Group>
        ) : null}
      </Stack>
      <FaultLine text={faults.hours} />
    </fieldset>
  );
}

/** Days that are left out besides public holidays. */
export function Closures({ rule, faults, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t("generation.closures")}</legend>
      <Stack gap="xs" mt={6}>
        {rule.closures.map((closure, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that tells them apart
          <div key={place} className={classes.hours}>
            {(["from", "to"] as const).map((end) => (
              <TextInput
                key={end}
                type="date"
                label={t(end === "from" ? "generation.closedFrom" : "generation.closedTo")}
                error={faults[`closures.${place}.${end}`] ?? null}
                value={closure[end]}
                onChange={(event) =>
                  onChange({
                    ...rule,
                    closures: withAt(rule.closures, place, {
                      ...closure,
                      [end]: event.currentTarget.value,
                    }),
                  })
                }
              />
            ))}
            <ActionIcon
              variant="subtle"
              size={42}
              aria-label={t("generation.removeClosure", { number: place + 1 })}
              onClick={() => onChange({ ...rule, closures: without(rule.closures, place) })}
            >
              <Icon name="close" />
            </ActionIcon>
          </div>
        ))}
        <Group>
          <Button
            variant="light"
            size="compact-md"
            onClick={() =>
              onChange({ ...rule, closures: [...rule.closures, { from: "", to: "" }] })
            }
          >
            {t("generation.addClosure")}
          </Button>
        </Group>
      </Stack>
      <FaultLine text={faults.closures} />
    </fieldset>
  );
}

/** What is wrong with something that is not a field. */
export function FaultLine({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <p className={classes.fault} data-fault tabIndex={-1}>
      {text}
    </p>
  );
}
