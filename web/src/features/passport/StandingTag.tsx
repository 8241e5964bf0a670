import { useTranslation } from "@/i18n/passportWords";
import { Icon, type IconName } from "@/ui/Icon";
import type { Standing } from "./model/standing";
import classes from "./StandingTag.module.css";

const ICONS: Record<Standing, IconName> = {
  declared: "pencil",
  attested: "shield",
  validated: "seal",
  in_evaluation: "clock",
  revoked: "ban",
  expired: "calendar",
  not_acquired: "minus",
  superseded: "refresh",
};

/** What is said of a skill, in a word, a shape and a colour: any of the three is enough. */
export function StandingTag({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  return (
    <span className={classes.tag} data-standing={standing}>
      <Icon name={ICONS[standing]} size={15} />
      {t(`passportWord.standing.${standing}`)}
    </span>
  );
}
