// What can be said of a field before asking the server; the server has the last word.
import type { Translate } from "@/i18n";

export const PASSWORD_MIN = 12;

export const required = (t: Translate) => (value: string) =>
  value.trim() === "" ? t("form.required") : null;

export const emailCheck = (t: Translate) => (value: string) => {
  if (value.trim() === "") return t("form.required");
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? null : t("form.email");
};

export const passwordCheck = (t: Translate) => (value: string) =>
  [...value].length < PASSWORD_MIN ? t("form.password", { count: PASSWORD_MIN }) : null;
