import { Stack } from "@mantine/core";
import { type ReactNode, useId } from "react";
import type { Skill, SkillJob } from "@/api/types";
import { useTranslation } from "@/i18n/reference";
import { Facts } from "@/ui/Facts";
import { Elsewhere } from "./Elsewhere";
import { LongList } from "./LongList";
import { JobLink, SkillLink } from "./SheetLink";
import { Section, SentenceList } from "./SheetParts";
import classes from "./Sheets.module.css";
import { sentences } from "./sheetGroups";

const SHOWN = 20;

/** Everything the catalogue says of a skill or a knowledge item. */
export function SkillSheet({ skill }: { skill: Skill }) {
  const { t } = useTranslation();
  const definition = sentences(skill.definition);
  const { macro_skill: macro } = skill;
  const macroFact: [string, ReactNode][] = macro
    ? [[t("reference.macro"), <MacroLink key={macro.code} {...macro} />]]
    : [];
  const groupFact: [string, ReactNode][] =
    skill.groups.length > 0
      ? [[t("reference.group"), skill.groups.map(({ label }) => label).join(" › ")]]
      : [];
  return (
    <Stack>
      <Section title={t("reference.landmarks")}>
        <Facts
          facts={[
            [t("reference.kind"), t(`catalog.kind.${skill.kind}`)],
            [t("reference.category"), skill.category || t("reference.uncategorised")],
            ...macroFact,
            ...groupFact,
          ]}
        />
      </Section>
      {definition.length > 0 ? (
        <Section title={t("reference.definition")}>
          <SentenceList sentences={definition} />
        </Section>
      ) : null}
      <JobsOfSkill jobs={skill.jobs} />
      <Elsewhere esco={skill.esco} />
    </Stack>
  );
}

function MacroLink({ code, label }: { code: string; label: string }) {
  return <SkillLink code={code}>{label || code}</SkillLink>;
}

function JobsOfSkill({ jobs }: { jobs: SkillJob[] }) {
  const { t } = useTranslation();
  const core = jobs.filter((job) => job.core);
  const others = jobs.filter((job) => !job.core);
  return (
    <Section title={t("reference.skillJobs")}>
      {jobs.length === 0 ? (
        <p className={classes.sentence}>{t("reference.noJobs")}</p>
      ) : (
        <div className={classes.families}>
          <JobsPart title={t("reference.coreJobs", { count: core.length })} jobs={core} />
          <JobsPart title={t("reference.otherJobs", { count: others.length })} jobs={others} />
        </div>
      )}
    </Section>
  );
}

function JobsPart({ title, jobs }: { title: string; jobs: SkillJob[] }) {
  const id = useId();
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 className={classes.family} id={id}>
        {title}
      </h3>
      <LongList items={jobs} most={SHOWN} labelledBy={id} wide>
        {({ code, label }) => (
          <li key={code}>
            <JobLink code={code}>{label}</JobLink> <span className={classes.figure}>{code}</span>
          </li>
        )}
      </LongList>
    </section>
  );
}
