import { Anchor } from "@mantine/core";
import { useId, useState } from "react";
import type { HitSkill } from "@/api/types";
import { useTranslation } from "@/i18n/profile";
import { SkillBadge } from "@/record/SkillBadge";
import classes from "./SkillList.module.css";

const SHOWN = 6;
/** Below lines that explain a match, the rest of a profile takes less room. */
const SHOWN_BELOW_MATCH = 4;

interface Props {
  skills: HitSkill[];
  /** Named apart from the criteria lines above, when there are some. */
  title: string;
  belowMatch?: boolean;
  /** Shows all of them at once. */
  whole?: boolean;
}

/** The skills of a profile as badges, the first ones at once and the rest on demand. */
export function SkillList({ skills, title, belowMatch = false, whole = false }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const id = useId();
  if (skills.length === 0) return null;
  const most = belowMatch ? SHOWN_BELOW_MATCH : SHOWN;
  const foldable = !whole && skills.length > most + 1;
  const shown = foldable && !all ? skills.slice(0, most) : skills;
  return (
    <div className={classes.block}>
      <p className={classes.title} id={id}>
        {title}
      </p>
      <ul className={classes.list} aria-labelledby={id}>
        {shown.map((skill) => (
          <li key={skill.code}>
            <SkillBadge label={skill.label} level={skill.level} status={skill.status} />
          </li>
        ))}
      </ul>
      {foldable ? (
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t("hit.lessSkills") : t("hit.moreSkills", { count: skills.length - most })}
        </Anchor>
      ) : null}
    </div>
  );
}
