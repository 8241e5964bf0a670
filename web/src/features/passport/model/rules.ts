// How an organisation validates, as its form holds it.
import type { PassportSettings, PassportSettingsBody } from "@/api/types";

const MOST_DAYS = 90;
const MOST_MONTHS = 120;

/** A skill whose validations end. */
export interface TypedValidity {
  skill: string;
  /** Its label, where it was just found. */
  label: string;
  months: string;
}

export interface RuleValues extends Record<string, unknown> {
  level_rule: PassportSettings["level_rule"];
  two_people: boolean;
  reply_days: string;
  validities: TypedValidity[];
}

const within = (text: string, most: number): boolean => {
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most;
};

export const isDelay = (text: string): boolean => within(text, MOST_DAYS);
export const isDuration = (text: string): boolean => within(text, MOST_MONTHS);

export const valuesOf = (settings: PassportSettings): RuleValues => ({
  level_rule: settings.level_rule,
  two_people: settings.two_people,
  reply_days: String(settings.reply_days),
  validities: settings.validities.map(({ skill, months }) => ({
    skill,
    label: "",
    months: String(months),
  })),
});

export const bodyOf = (values: RuleValues): PassportSettingsBody => ({
  level_rule: values.level_rule,
  two_people: values.two_people,
  reply_days: Number(values.reply_days),
  validities: values.validities.map(({ skill, months }) => ({ skill, months: Number(months) })),
});
