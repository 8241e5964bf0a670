import { useTranslation } from "@/i18n/validationGrid";
import { LevelMark } from "@/record/LevelMark";
import { levelName } from "@/record/levels";
import { Icon, type IconName } from "@/ui/Icon";
import { levelIn, type Scale } from "../model/scales";
import type { Standing } from "../model/standing";
import classes from "./CellFace.module.css";
import { type CellState, draftedName, standingOf } from "./cellWords";

const SIGNS: Partial<Record<Standing, IconName>> = {
  validated: "seal",
  declared: "pencil",
  in_evaluation: "clock",
  revoked: "ban",
  expired: "calendar",
  not_acquired: "minus",
};

/** A cell at a glance: a sign and a word; what is about to be written in it stands first. */
export function CellFace({ cell, draft, proposes, scales }: CellState & { scales: Scale[] }) {
  const { t } = useTranslation();
  const standing = standingOf(cell);
  const sign = standing ? SIGNS[standing] : undefined;
  const current = cell?.current;
  const name =
    current?.step_name ??
    (standing === "declared"
      ? levelName(t, cell?.declared_level)
      : standing
        ? t(`passportWord.standing.${standing}`)
        : "");
  return (
    <span className={classes.face}>
      {draft ? (
        <span className={classes.draft}>
          <LevelMark level={levelIn(scales, draft.level)?.common} />
          <span>{draftedName(t, draft.level, scales)}</span>
          <span className={classes.note}>{t("validating.draft")}</span>
        </span>
      ) : null}
      {name ? (
        <span className={classes.found} data-standing={standing}>
          {sign ? <Icon name={sign} size={14} /> : null}
          <span>{name}</span>
        </span>
      ) : draft ? null : (
        <span className={classes.none}>–</span>
      )}
      {proposes && !draft ? <span className={classes.quiz}>{t("validating.quiz")}</span> : null}
    </span>
  );
}
