import { Anchor, VisuallyHidden } from "@mantine/core";
import { useId, useState } from "react";
import type { Hit, MatchLine } from "@/api/types";
import { useTranslation } from "@/i18n/profile";
import { LevelMark } from "@/record/LevelMark";
import { levelName, type Status, statusName } from "@/record/levels";
import { Icon, type IconName } from "@/ui/Icon";
import classes from "./MatchLines.module.css";
import type { Criterion } from "./state";
import { criterionSummary } from "./words";

const SHOWN = 4;

const ICONS: Record<MatchLine["outcome"], IconName> = {
  matched: "check",
  lower_level: "arrowDown",
  higher_level: "arrowUp",
  declared_only: "pencil",
  missing: "minus",
};

interface Props {
  hit: Hit;
  criteria: Criterion[];
  labelOf: (code: string) => string;
}

/** Criterion by criterion: what was asked, what this profile holds. */
export function MatchLines({ hit, criteria, labelOf }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const id = useId();
  const met = hit.match.filter((line) => line.outcome === "matched").length;
  // A line more costs no more room than the button that would hide it.
  const folded = hit.match.length > SHOWN + 1 && !all;
  const lines = folded ? hit.match.slice(0, SHOWN) : hit.match;
  return (
    <div className={classes.block}>
      <p className={classes.title} id={id}>
        {t("match.title", { count: met, total: hit.match.length })}
      </p>
      <ul className={classes.lines} aria-labelledby={id}>
        {lines.map((line) => (
          <Line key={line.skill} line={line} hit={hit} criteria={criteria} labelOf={labelOf} />
        ))}
      </ul>
      {hit.match.length > SHOWN + 1 ? (
        <Anchor component="button" type="button" size="sm" onClick={() => setAll(!all)}>
          {all ? t("match.less") : t("match.more", { count: hit.match.length - SHOWN })}
        </Anchor>
      ) : null}
    </div>
  );
}

function Line({ line, hit, criteria, labelOf }: Props & { line: MatchLine }) {
  const { t } = useTranslation();
  const criterion = criteria.find(({ skill }) => skill === line.skill);
  const entry = hit.skills.find(({ code }) => code === line.skill);
  return (
    <li className={classes.line} data-outcome={line.outcome}>
      <span className={classes.icon}>
        <Icon name={ICONS[line.outcome]} size={15} />
      </span>
      <VisuallyHidden>{t(`match.outcome.${line.outcome}`)}</VisuallyHidden>
      <span className={classes.skill}>{entry?.label ?? labelOf(line.skill)}</span>
      <span className={classes.detail}>
        <Found line={line} status={entry?.status ?? null} />
        {criterion && line.outcome !== "matched" ? (
          <span className={classes.asked}>
            {t("match.asked", { what: criterionSummary(t, criterion) })}
          </span>
        ) : null}
      </span>
    </li>
  );
}

/** The level and status of this profile’s own entry, drawn with the marks of the badges below. */
function Found({ line, status }: { line: MatchLine; status: Status | null }) {
  const { t } = useTranslation();
  if (line.outcome === "missing") {
    return <span className={classes.found}>{t("match.absent")}</span>;
  }
  const name = levelName(t, line.level);
  return (
    <span className={classes.found}>
      <LevelMark level={line.level} />
      {line.level ? `${line.level}\u00a0${name}` : name}
      {status ? (
        <>
          <VisuallyHidden>, </VisuallyHidden>
          <span className={classes.status}>
            <Icon name={status === "validated" ? "seal" : "pencil"} size={15} />
            {statusName(t, status)}
          </span>
        </>
      ) : null}
    </span>
  );
}
