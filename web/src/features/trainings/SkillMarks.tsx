import { useTranslation } from "@/i18n/trainings";
import classes from "./SkillMarks.module.css";

/** “clé”, “émergente”: what a skill is to the jobs that list it. */
export function SkillMarks({ core, emerging }: { core: boolean; emerging: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {core ? (
        <span className={classes.mark} data-tone="neutral">
          {t("training.mark.core")}
        </span>
      ) : null}
      {emerging ? (
        <span className={classes.mark} data-tone="neutral" data-emerging>
          {t("training.mark.emerging")}
        </span>
      ) : null}
    </>
  );
}
