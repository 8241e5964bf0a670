import { Button, Stack, Text, TextInput } from "@mantine/core";
import type { AttendanceThreshold } from "@/api/types";
import { useTranslation } from "@/i18n/recordSettings";
import { Icon } from "@/ui/Icon";
import { another, type Fault, MOST, type Typed } from "./model/thresholds";
import classes from "./Records.module.css";

interface Props {
  value: Typed[];
  faults: Record<number, Fault>;
  onChange: (typed: Typed[]) => void;
}

/** The limits below which people are told, one per line. */
export function ThresholdFields({ value, faults, onChange }: Props) {
  const { t } = useTranslation();
  const write = (key: number, change: Partial<Typed>) =>
    onChange(value.map((one) => (one.key === key ? { ...one, ...change } : one)));
  return (
    <Stack gap="sm">
      {value.length === 0 ? <Text c="dimmed">{t("threshold.none")}</Text> : null}
      {value.map((one, place) => {
        const rank = { rank: place + 1 };
        const fault = faults[place];
        return (
          <fieldset key={one.key} style={{ border: 0, margin: 0, padding: 0 }}>
            <legend className={classes.aside}>{t("threshold.rank", rank)}</legend>
            <div className={classes.threshold}>
              <TextInput
                label={t("threshold.below")}
                inputMode="numeric"
                maxLength={3}
                value={one.percent}
                error={
                  fault === "percent" || fault === "twice" ? t(`threshold.fault.${fault}`) : null
                }
                onChange={(event) => write(one.key, { percent: event.currentTarget.value })}
              />
              <TextInput
                label={t("threshold.after")}
                inputMode="numeric"
                maxLength={3}
                value={one.after}
                error={fault === "after" ? t("threshold.fault.after") : null}
                onChange={(event) => write(one.key, { after: event.currentTarget.value })}
              />
              <Button
                variant="subtle"
                aria-label={t("threshold.removeOf", rank)}
                onClick={() => onChange(value.filter(({ key }) => key !== one.key))}
              >
                {t("threshold.remove")}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {value.length < MOST ? (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => onChange([...value, another(value)])}
          >
            {t("threshold.add")}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}

/** Thresholds in words. */
export function useThresholdWords() {
  const { t } = useTranslation();
  return (thresholds: readonly AttendanceThreshold[]): string =>
    thresholds
      .map((one) =>
        t("threshold.words", { percent: one.below_percent, count: one.after_half_days }),
      )
      .join(", ") || t("threshold.none");
}
