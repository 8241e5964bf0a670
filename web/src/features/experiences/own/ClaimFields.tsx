import { ActionIcon, Input, NativeSelect, Text } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useTranslation } from "@/i18n/experiences";
import { LEVELS } from "@/record/levels";
import { Icon } from "@/ui/Icon";
import classes from "../Experiences.module.css";
import { type ClaimValue, type JobValue, lineOf, MOST_CLAIMS, MOST_JOBS } from "../model/draft";
import { shortLevel } from "../words";

interface Props {
  value: ClaimValue[];
  onChange: (claims: ClaimValue[]) => void;
  /** Faults of the form, by field. */
  errors: Record<string, ReactNode>;
  /** Finds one more skill. */
  picker: ReactNode;
}

const faultAt = (errors: Props["errors"], list: "skills" | "jobs", line: number): ReactNode =>
  Object.entries(errors).find(([field]) => lineOf(field, list) === line)?.[1];

/** The skills somebody says they took from an experience, each at a level of the common scale. */
export function ClaimFields({ value, onChange, errors, picker }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const set = (place: number, level: number) =>
    onChange(value.map((claim, at) => (at === place ? { ...claim, level } : claim)));
  return (
    <Input.Wrapper
      id={id}
      size="md"
      label={t("experienceForm.claims")}
      labelElement="div"
      description={t("experienceForm.claimsHelp")}
      error={errors.skills}
      role="group"
      aria-labelledby={`${id}-label`}
    >
      {value.length > 0 ? (
        <ul className={classes.rows}>
          {value.map(({ skill, label, level }, place) => (
            <li key={skill}>
              <div className={classes.line}>
                <span className={classes.name}>{label}</span>
                <NativeSelect
                  aria-label={t("experienceForm.levelOf", { label })}
                  value={String(level)}
                  data={LEVELS.map((one) => ({ value: String(one), label: shortLevel(t, one) }))}
                  onChange={(event) => set(place, Number(event.currentTarget.value))}
                />
                <ActionIcon
                  variant="subtle"
                  size="lg"
                  aria-label={t("experienceForm.removeOf", { label })}
                  onClick={() => onChange(value.filter((_, at) => at !== place))}
                >
                  <Icon name="close" />
                </ActionIcon>
              </div>
              <Fault>{faultAt(errors, "skills", place)}</Fault>
            </li>
          ))}
        </ul>
      ) : null}
      {value.length < MOST_CLAIMS ? (
        <div className={classes.below}>{picker}</div>
      ) : (
        <Text size="sm" c="dimmed">
          {t("experienceForm.mostClaims", { count: MOST_CLAIMS })}
        </Text>
      )}
    </Input.Wrapper>
  );
}

interface JobProps {
  value: JobValue[];
  onChange: (jobs: JobValue[]) => void;
  errors: Record<string, ReactNode>;
  picker: ReactNode;
}

/** The jobs an experience belongs to. */
export function JobFields({ value, onChange, errors, picker }: JobProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Input.Wrapper
      id={id}
      size="md"
      label={t("experienceForm.jobs")}
      labelElement="div"
      description={t("experienceForm.jobsHelp")}
      error={errors.jobs}
      role="group"
      aria-labelledby={`${id}-label`}
    >
      {value.length > 0 ? (
        <ul className={classes.rows}>
          {value.map(({ code, label }, place) => (
            <li key={code}>
              <div className={classes.head}>
                <span className={classes.name}>
                  {label} ({code})
                </span>
                <ActionIcon
                  variant="subtle"
                  size="lg"
                  aria-label={t("experienceForm.removeOf", { label })}
                  onClick={() => onChange(value.filter((_, at) => at !== place))}
                >
                  <Icon name="close" />
                </ActionIcon>
              </div>
              <Fault>{faultAt(errors, "jobs", place)}</Fault>
            </li>
          ))}
        </ul>
      ) : null}
      {value.length < MOST_JOBS ? (
        <div className={classes.below}>{picker}</div>
      ) : (
        <Text size="sm" c="dimmed">
          {t("experienceForm.mostJobs", { count: MOST_JOBS })}
        </Text>
      )}
    </Input.Wrapper>
  );
}

const Fault = ({ children }: { children: ReactNode }) =>
  children ? <Input.Error role="alert">{children}</Input.Error> : null;
