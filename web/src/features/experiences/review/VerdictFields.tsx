import { Button, Input, NativeSelect, TextInput } from "@mantine/core";
import { type ReactNode, useId } from "react";
import type { Grid } from "@/api/types";
import { useTranslation } from "@/i18n/experienceReviews";
import classes from "../Experiences.module.css";
import {
  choicesOf,
  MOST_VERDICTS,
  NOT_ATTESTED,
  type StepValue,
  type VerdictValue,
} from "../model/verdicts";
import { shortLevel, stepWords } from "../words";

interface Props {
  value: VerdictValue[];
  onChange: (verdicts: VerdictValue[]) => void;
  grids: Grid[];
  errors: Record<string, ReactNode>;
  /** Finds one more skill that the proofs show. */
  picker: ReactNode;
}

const refused = ({ step }: VerdictValue): boolean => step === NOT_ATTESTED;

/** The second judgement: each skill, by a step of a grid of the organisation, or not attested. */
export function VerdictFields({ value, onChange, grids, errors, picker }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const data = [
    { value: "", label: t("experienceReview.choose") },
    ...choicesOf(grids).map(({ group, steps }) => ({
      group,
      items: steps.map((step) => ({
        value: step.value,
        label: stepWords(t, step.name, step.level),
      })),
    })),
  ];
  const set = (place: number, change: Partial<VerdictValue>) =>
    onChange(value.map((one, at) => (at === place ? { ...one, ...change } : one)));
  return (
    <Input.Wrapper
      id={id}
      size="md"
      label={t("experienceReview.verdicts")}
      labelElement="div"
      description={t("experienceReview.verdictsHelp")}
      error={errors.skills}
      role="group"
      aria-labelledby={`${id}-label`}
    >
      <ul className={classes.rows}>
        {value.map((one, place) => (
          <li key={one.skill}>
            <p className={classes.name}>{one.label}</p>
            <p className={classes.facts}>
              <span>
                {one.claimed === null
                  ? t("experienceReview.addedSkill")
                  : t("experienceWord.claimed", { level: shortLevel(t, one.claimed) })}
              </span>
            </p>
            <div className={`${classes.fields} ${classes.below}`}>
              <NativeSelect
                label={t("experienceReview.level")}
                aria-label={t("experienceReview.levelOf", { label: one.label })}
                required
                value={one.step}
                error={errors[`skills.${place}.step`]}
                data={
                  one.claimed === null
                    ? data
                    : [...data, { value: NOT_ATTESTED, label: t("experienceReview.notAttested") }]
                }
                onChange={(event) => set(place, { step: event.currentTarget.value as StepValue })}
              />
              <TextInput
                label={t(refused(one) ? "experienceReview.why" : "experienceReview.remark")}
                aria-label={t(
                  refused(one) ? "experienceReview.whyOf" : "experienceReview.remarkOf",
                  { label: one.label },
                )}
                required={refused(one)}
                maxLength={1000}
                value={one.reason}
                error={errors[`skills.${place}.reason`]}
                onChange={(event) => set(place, { reason: event.currentTarget.value })}
              />
            </div>
            {one.claimed === null ? (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t("experienceReview.dropOf", { label: one.label })}
                onClick={() => onChange(value.filter((_, at) => at !== place))}
              >
                {t("experienceReview.drop")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {value.length < MOST_VERDICTS ? <div className={classes.below}>{picker}</div> : null}
    </Input.Wrapper>
  );
}
