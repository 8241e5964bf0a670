import { Link } from "@tanstack/react-router";
import type { MappedSkill, SkillInOrganisation } from "@/api/types";
import { useTranslation } from "@/i18n/skillMap";
import { formatDateShort, today } from "@/lib/days";
import { formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { LevelMark } from "@/record/LevelMark";
import { spokenLevel, statusName } from "@/record/levels";
import { freshnessOf } from "../model/levelFreshness";
import { bestOf, standingIn } from "../model/standing";
import classes from "../Passport.module.css";
import { StandingTag } from "../StandingTag";
import { stepName } from "../words";
import own from "./SkillMap.module.css";

/** One skill: oneself and each organisation, side by side, then what counts in the search. */
export function MappedSkillCard({ skill }: { skill: MappedSkill }) {
  const { t } = useTranslation();
  const { label, organisations, searchable, last_proof_on: last } = skill;
  const best = bestOf(skill);
  return (
    <div className={own.card} data-standing={best}>
      <div className={classes.head}>
        <h3 className={`${classes.name} ${classes.main}`}>{label}</h3>
        {best ? <StandingTag standing={best} /> : null}
      </div>
      <ul className={own.says}>
        <Mine skill={skill} />
        {organisations.map((one) => (
          <li key={one.organisation_id}>
            <InOrganisation skill={skill} says={one} />
          </li>
        ))}
      </ul>
      <p className={own.seen}>
        <span>{t("skillMap.search")}</span>
        {searchable ? (
          <>
            <LevelMark level={searchable.level} />
            <span>
              {t("skillMap.searched", {
                level: spokenLevel(t, searchable.level),
                status: statusName(t, searchable.status),
              })}
            </span>
          </>
        ) : (
          <span>{t("skillMap.unsearched")}</span>
        )}
      </p>
      {last ? (
        <p className={own.seen}>
          {t(`skillMap.fresh.${freshnessOf(last, today())}`, { date: formatDateShort(last) })}
        </p>
      ) : null}
    </div>
  );
}

/** What the person says: by a declaration, and by each experience that claims it. */
function Mine({ skill }: { skill: MappedSkill }) {
  const { t } = useTranslation();
  const { declared_level: level, declared_at: at, experiences } = skill;
  return (
    <>
      {level && at ? (
        <li>
          <span className={own.who}>{t("skillMap.mine")}</span>
          <span className={own.what}>
            <StandingTag standing="declared" />{" "}
            {t("skillMap.declared", { level: spokenLevel(t, level), date: formatDay(at) })}
          </span>
        </li>
      ) : null}
      {experiences.map((claim) => (
        <li key={claim.experience_id}>
          <span className={own.who}>{t("skillMap.mine")}</span>
          <span className={own.what}>
            <StandingTag standing="declared" />{" "}
            {t("skillMap.claimed", { level: spokenLevel(t, claim.level), title: claim.title })}
            {claim.counted ? null : ` (${t("skillMap.hidden")})`}
          </span>
        </li>
      ))}
    </>
  );
}

/** What an organisation says, by its own rule, and the way to its history. */
function InOrganisation({ skill, says }: { skill: MappedSkill; says: SkillInOrganisation }) {
  const { t } = useTranslation();
  const { current, organisation_id: id, organisation_name: name, entries } = says;
  const spoken = { skill: skill.label, name };
  return (
    <>
      <span className={own.who}>{name}</span>
      <span className={own.what}>
        <StandingTag standing={standingIn(says)} />{" "}
        {current
          ? t("skillMap.current", {
              level: stepName(t, current.step_name, current.common_level),
              date: formatDay(current.validated_at),
            })
          : null}
        {current?.expires_on ? (
          <span className={classes.said}>
            {" "}
            {t("passportWord.lastDay", { date: formatDateShort(current.expires_on) })}
          </span>
        ) : null}
        <span className={classes.facts}>
          <span>{t("skillMap.rule", { rule: t(`passportWord.rule.${says.level_rule}`) })}</span>
          <span>{t("skillMap.entries", { count: entries })}</span>
          {current ? (
            <Link
              to={paths.myEntry}
              params={{ entry: current.id }}
              className={classes.link}
              aria-label={t("skillMap.proofOf", spoken)}
            >
              {t("skillMap.proof")}
            </Link>
          ) : null}
          {entries > 0 ? (
            <Link
              to={paths.timeline}
              search={{ competence: skill.code, organisme: id }}
              className={classes.link}
              aria-label={t("skillMap.historyOf", spoken)}
            >
              {t("skillMap.history")}
            </Link>
          ) : null}
        </span>
      </span>
    </>
  );
}
