import { VisuallyHidden } from "@mantine/core";
import { type ReactNode, useId } from "react";
import type { JobHit, SkillHit } from "@/api/types";
import { useTranslation } from "@/i18n/reference";
import { Notice } from "@/ui/Notice";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import classes from "./FoundEntries.module.css";
import { LongList } from "./LongList";
import { useJobSuggestions, useSkillSuggestions } from "./queries";
import { JobLink, SkillLink } from "./SheetLink";

const SHOWN = 8;
/** The most that one answer holds. */
const MOST_FOUND = 50;

/** Jobs and skills that answer the words typed, each a link to its sheet. */
export function FoundEntries({ words }: { words: string }) {
  const { t } = useTranslation();
  const jobs = useJobSuggestions(words, MOST_FOUND);
  const skills = useSkillSuggestions(words, MOST_FOUND);
  const typed = words.trim();
  const loading = jobs.loading || skills.loading;
  const failed = jobs.failed || skills.failed;
  const none = jobs.items.length + skills.items.length === 0;
  const counts = {
    jobs: t("count.jobs", { count: jobs.items.length }),
    skills: t("count.skills", { count: skills.items.length }),
  };
  const outcome = loading ? t("picker.searching") : t("reference.found", counts);

  return (
    <>
      <VisuallyHidden role="status">
        {typed === "" || failed ? "" : none && !loading ? t("picker.none") : outcome}
      </VisuallyHidden>
      {typed === "" ? null : failed ? (
        <Notice tone="error" announce title={t("picker.failed")} />
      ) : none ? (
        <Nothing typed={typed} loading={loading} />
      ) : (
        <div className={classes.columns}>
          <Column title={t("reference.foundJobs", { count: jobs.items.length })} items={jobs.items}>
            {(job) => <FoundJob key={job.code} job={job} />}
          </Column>
          <Column
            title={t("reference.foundSkills", { count: skills.items.length })}
            items={skills.items}
          >
            {(skill) => <FoundSkill key={skill.code} skill={skill} />}
          </Column>
        </div>
      )}
    </>
  );
}

function Nothing({ typed, loading }: { typed: string; loading: boolean }) {
  const { t } = useTranslation();
  if (loading) return <p className={classes.note}>{t("picker.searching")}</p>;
  return (
    <Notice title={t("reference.nothing", { words: typed })}>{t("reference.nothingHelp")}</Notice>
  );
}

interface ColumnProps<T> {
  title: string;
  items: T[];
  children: (item: T) => ReactNode;
}

function Column<T extends { code: string }>({ title, items, children }: ColumnProps<T>) {
  const { t } = useTranslation();
  const id = useId();
  if (items.length === 0) return null;
  return (
    <Panel labelledBy={id}>
      <h2 className={classes.title} id={id}>
        {title}
      </h2>
      <LongList key={items[0]?.code} items={items} most={SHOWN} labelledBy={id}>
        {children}
      </LongList>
      {items.length >= MOST_FOUND ? (
        <p className={classes.note}>{t("reference.many", { count: MOST_FOUND })}</p>
      ) : null}
    </Panel>
  );
}

function FoundJob({ job }: { job: JobHit }) {
  const { t } = useTranslation();
  return (
    <li>
      <JobLink code={job.code}>{job.label}</JobLink>
      {job.matched && job.matched !== job.label ? (
        <span className={classes.matched}>{t("reference.matched", { name: job.matched })}</span>
      ) : null}
      <Hint active={job.active}>{`${job.code} · ${job.domain.label}`}</Hint>
    </li>
  );
}

function FoundSkill({ skill }: { skill: SkillHit }) {
  const { t } = useTranslation();
  return (
    <li>
      <SkillLink code={skill.code}>{skill.label}</SkillLink>
      <Hint active={skill.active}>{[t(`catalog.kind.${skill.kind}`), skill.code].join(" · ")}</Hint>
    </li>
  );
}

function Hint({ active, children }: { active: boolean; children: string }) {
  const { t } = useTranslation();
  return (
    <span className={classes.hint}>
      {children}
      {active ? null : <StateTag tone="neutral">{t("reference.retired")}</StateTag>}
    </span>
  );
}
