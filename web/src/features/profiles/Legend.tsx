import { useTranslation } from "@/i18n/search";
import { LevelMark } from "@/record/LevelMark";
import { LEVELS, levelName } from "@/record/levels";
import { StatusTag } from "@/record/StatusTag";
import classes from "./Legend.module.css";

/** What the marks of the cards mean. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={classes.legend} aria-label={t("legend.title")}>
      <li>
        <StatusTag status="validated" /> {t("legend.validated")}
      </li>
      <li>
        <StatusTag status="declared" /> {t("legend.declared")}
      </li>
      <li>
        {LEVELS.map((level) => (
          <span key={level} className={classes.level}>
            <LevelMark level={level} /> {level}&nbsp;{levelName(t, level)}
          </span>
        ))}
      </li>
    </ul>
  );
}
