import type { ReactNode } from "react";
import type { Hit, ProfileCard } from "@/api/types";
import { useTranslation } from "@/i18n/profile";
import { nameOf, referenceOf } from "@/record/profileName";
import { Icon } from "@/ui/Icon";
import { CoverageBar } from "./CoverageBar";
import classes from "./HitCard.module.css";
import { MatchLines } from "./MatchLines";
import { SkillList } from "./SkillList";
import type { Criterion } from "./state";

interface Props {
  /** A hit of a search, or the bare profile of a preview. */
  hit: Hit | ProfileCard;
  criteria?: Criterion[];
  jobLabel?: string;
  labelOf?: (code: string) => string;
  /** The heading level that fits where the card stands. */
  order?: 2 | 3;
  /** Who looks: what opens a name is told to each in their own words. */
  viewer?: "recruiter" | "self";
  /** Makes the name the way to the profile itself. */
  link?: (name: string) => ReactNode;
  /** What can be done with the profile. */
  tools?: ReactNode;
  /** Picks the profile among others. */
  pick?: ReactNode;
}

const asIs = (code: string): string => code;

/** A profile exactly as a recruiter sees it; the person's own preview is drawn by this same card. */
export function HitCard(props: Props) {
  const { hit, criteria = [], jobLabel, labelOf = asIs, order = 3, viewer = "recruiter" } = props;
  const { t } = useTranslation();
  const Heading = `h${order}` as const;
  const match = "match" in hit ? hit.match : [];
  const coverage = "coverage" in hit ? hit.coverage : undefined;
  const explained = new Set(match.map((line) => line.skill));
  const others = hit.skills.filter((skill) => !explained.has(skill.code));
  const validated = hit.skills.filter((skill) => skill.status === "validated").length;
  const name = nameOf(hit);
  const called = name ?? t("hit.anonymous", { reference: referenceOf(hit) });
  return (
    <article className={classes.card}>
      <header className={classes.head}>
        <div className={classes.named}>
          {props.pick}
          <Heading className={classes.name}>{props.link ? props.link(called) : called}</Heading>
        </div>
        <p className={classes.figures}>
          {t("hit.skills", { count: hit.skills.length })}
          {validated > 0 ? ` · ${t("hit.validated", { count: validated })}` : null}
        </p>
        {name === null ? (
          <p className={classes.withheld}>
            <Icon name="eyeOff" size={16} />
            <span>{t(`hit.withheld.${viewer}`)}</span>
          </p>
        ) : null}
      </header>
      {"match" in hit && match.length > 0 ? (
        <MatchLines hit={hit} criteria={criteria} labelOf={labelOf} />
      ) : null}
      {coverage ? <CoverageBar coverage={coverage} jobLabel={jobLabel ?? coverage.job} /> : null}
      <SkillList
        skills={others}
        belowMatch={match.length > 0}
        title={match.length > 0 ? t("hit.otherSkills") : t("hit.allSkills")}
      />
      {props.tools ? <div className={classes.tools}>{props.tools}</div> : null}
    </article>
  );
}
