import { Button, Text, TextInput } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "@/i18n/validationDesk";
import { isDuration, type TypedValidity } from "../model/rules";
import classes from "../Passport.module.css";
import type { RulesProps } from "./PassportRules";

/** A usual duration to begin with. */
const USUAL = "24";

interface Props extends Pick<RulesProps, "labelOf" | "skillPicker"> {
  value: TypedValidity[];
  faulty: boolean;
  onChange: (value: TypedValidity[]) => void;
}

/** The skills whose validations end, and after how many months. */
export function Validities({ value, faulty, labelOf, skillPicker, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const nameOf = ({ skill, label }: TypedValidity) => label || labelOf(skill);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has an edge of its own that no style takes away everywhere
    <div role="group" aria-labelledby={id}>
      <Text id={id} fw={600}>
        {t("passportRule.validities")}
      </Text>
      <Text size="sm" c="dimmed">
        {t("passportRule.validitiesHelp")}
      </Text>
      {value.length === 0 ? <p className={classes.said}>{t("passportRule.noValidity")}</p> : null}
      <ul className={classes.rows}>
        {value.map((one, place) => {
          const name = nameOf(one);
          const change = (months: string) =>
            onChange(value.map((other, at) => (at === place ? { ...other, months } : other)));
          return (
            <li key={one.skill}>
              <div className={classes.head}>
                <div className={classes.main}>{name}</div>
                <TextInput
                  aria-label={t("passportRule.monthsOf", { skill: name })}
                  placeholder={t("passportRule.months")}
                  inputMode="numeric"
                  maxLength={3}
                  w={120}
                  value={one.months}
                  error={
                    faulty && !isDuration(one.months) ? t("passportRule.monthsFaulty") : undefined
                  }
                  onChange={(event) => change(event.currentTarget.value)}
                />
                <Button
                  variant="subtle"
                  size="sm"
                  aria-label={t("passportRule.removeOf", { skill: name })}
                  onClick={() => onChange(value.filter((_, at) => at !== place))}
                >
                  {t("passportRule.remove")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <div className={classes.below}>
        {skillPicker(new Set(value.map(({ skill }) => skill)), (skill, label) =>
          onChange([...value, { skill, label, months: USUAL }]),
        )}
      </div>
    </div>
  );
}
