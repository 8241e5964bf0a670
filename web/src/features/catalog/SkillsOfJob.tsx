import { useId } from "react";
import type { JobSkill } from "@/api/types";
import { useTranslation } from "@/i18n/reference";
import { LongList } from "./LongList";
import { SkillLink } from "./SheetLink";
import { Mark, Section } from "./SheetParts";
import classes from "./Sheets.module.css";
import { byFamily, type FamilyGroup, type Group } from "./sheetGroups";

const SHOWN = 12;

/** The skills of a job by kind, then by category; core ones first. */
export function SkillsOfJob({ skills }: { skills: JobSkill[] }) {
  const { t } = useTranslation();
  if (skills.length === 0) return null;
  return (
    <Section title={t("reference.skills")} help={t("reference.skillsHelp")}>
      <div className={classes.families}>
        {byFamily(skills).map((group) => (
          <FamilyPart key={group.family} group={group} />
        ))}
      </div>
    </Section>
  );
}

function FamilyPart({ group }: { group: FamilyGroup }) {
  const { t } = useTranslation();
  const id = useId();
  const { family, count, categories } = group;
  // One category alone says no more than the kind does.
  const [only] = categories.length === 1 ? categories : [];
  return (
    <section aria-labelledby={id}>
      <h3 className={classes.family} id={id}>
        {t(`reference.family.${family}`)} <span className={classes.figure}>{count}</span>
      </h3>
      {only ? (
        <Skills skills={only.items} labelledBy={id} />
      ) : (
        categories.map((category) => <CategoryPart key={category.name} category={category} />)
      )}
    </section>
  );
}

function CategoryPart({ category }: { category: Group<JobSkill> }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={classes.category}>
      <h4 className={classes.subtitle} id={id}>
        {category.name || t("reference.uncategorised")}
      </h4>
      <Skills skills={category.items} labelledBy={id} />
    </div>
  );
}

function Skills({ skills, labelledBy }: { skills: JobSkill[]; labelledBy: string }) {
  const { t } = useTranslation();
  return (
    <LongList items={skills} most={SHOWN} labelledBy={labelledBy}>
      {({ code, label, core, emerging }) => (
        <li key={code} className={classes.skill} data-core={core || undefined}>
          <SkillLink code={code}>{label}</SkillLink>{" "}
          {core ? <Mark kind="core">{t("reference.core")}</Mark> : null}
          {emerging ? <Mark kind="emerging">{t("reference.emerging")}</Mark> : null}
        </li>
      )}
    </LongList>
  );
}
