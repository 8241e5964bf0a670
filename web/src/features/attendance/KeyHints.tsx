import { useTranslation } from "@/i18n/attendance";
import classes from "./Roll.module.css";

const KEYS = ["p", "r", "a", "d", "n", "e"] as const;

/** The keys of the list, for those who have a keyboard. */
export function KeyHints() {
  const { t } = useTranslation();
  return (
    <p className={classes.keys}>
      <span>{t("roll.keys.in")}</span>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {t("roll.keys.move")}
      </span>
      {KEYS.map((key) => (
        <span key={key}>
          <kbd>{key.toUpperCase()}</kbd> {t(`roll.keys.${key}`)}
        </span>
      ))}
    </p>
  );
}
