import { useTranslation } from "@/i18n/home";
import { SkillBadge } from "@/record/SkillBadge";
import classes from "./HomePage.module.css";

/** A made-up record, to show what a recruiter sees of somebody who agreed to be found. */
export function HomeExample() {
  const { t } = useTranslation();
  return (
    <figure className={classes.example}>
      <div className={classes.sheet}>
        <p className={classes.person}>{t("home.example.name")}</p>
        <div className={classes.badges}>
          <SkillBadge label={t("home.example.skill1")} level={4} status="validated" />
          <SkillBadge label={t("home.example.skill2")} level={3} status="validated" />
          <SkillBadge label={t("home.example.skill3")} level={2} status="declared" />
          <SkillBadge label={t("home.example.skill4")} level={3} status="declared" />
        </div>
      </div>
      <figcaption>{t("home.example.caption")}</figcaption>
    </figure>
  );
}
