import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "@/i18n/offerWords";
import { formatList } from "@/lib/format";
import { levelName } from "@/record/levels";
import { Icon, type IconName } from "@/ui/Icon";
import classes from "./Offers.module.css";
import type { ExplainedCriterion, ExplainedSearch } from "./types";
import { askedWords } from "./words";

const ICONS: Record<NonNullable<ExplainedCriterion["outcome"]>, IconName> = {
  matched: "check",
  lower_level: "arrowDown",
  higher_level: "arrowUp",
  declared_only: "pencil",
  missing: "minus",
};

/** The exact criteria that selected somebody, and how they fared against each. */
export function WhyMe({ why }: { why: ExplainedSearch }) {
  const { t } = useTranslation();
  const { criteria, excluded, places, job, by_name: byName } = why;
  const names = (list: { label: string }[]) => formatList(list.map(({ label }) => label));
  const none = criteria.length + excluded.length + places.length === 0 && !job && !byName;
  return (
    <div className={classes.why}>
      <p className={classes.said}>{t(none ? "offer.why.everybody" : "offer.why.lead")}</p>
      {criteria.length > 0 ? (
        <ul className={classes.criteria}>
          {criteria.map((criterion) => (
            <Line key={criterion.skill} criterion={criterion} />
          ))}
        </ul>
      ) : null}
      {job ? (
        <p className={classes.plain}>
          {t("offer.why.job", { label: job.label })}
          {" · "}
          {job.covered === null || job.covered === undefined
            ? t("offer.why.core", { count: job.required })
            : t("offer.why.covered", { covered: job.covered, count: job.required })}
        </p>
      ) : null}
      {places.length > 0 ? (
        <p className={classes.plain}>{t("offer.why.places", { list: names(places) })}</p>
      ) : null}
      {excluded.length > 0 ? (
        <p className={classes.plain}>{t("offer.why.excluded", { list: names(excluded) })}</p>
      ) : null}
      {byName ? <p className={classes.plain}>{t("offer.why.byName")}</p> : null}
    </div>
  );
}

function Line({ criterion }: { criterion: ExplainedCriterion }) {
  const { t } = useTranslation();
  const { label, level, outcome } = criterion;
  return (
    <li data-outcome={outcome ?? undefined}>
      <span className={classes.mark}>
        <Icon name={outcome ? ICONS[outcome] : "target"} size={15} />
      </span>
      <span>
        {outcome ? (
          <VisuallyHidden>{`${t(`offer.why.outcome.${outcome}`)}, `}</VisuallyHidden>
        ) : null}
        <strong className={classes.skill}>{label}</strong>
        <span className={classes.asked}>
          {t("offer.why.asked", { what: askedWords(t, criterion) })}
          {outcome && outcome !== "missing"
            ? ` · ${t("offer.why.yours", { level: level ? `${level}, ${levelName(t, level)}` : levelName(t, level) })}`
            : ""}
          {outcome && outcome !== "matched" ? ` · ${t(`offer.why.outcome.${outcome}`)}` : ""}
        </span>
      </span>
    </li>
  );
}
