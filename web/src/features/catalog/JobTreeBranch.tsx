import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Domain, DomainJob, Letter } from "@/api/types";
import { useTranslation } from "@/i18n/reference";
import { sheets } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import classes from "./JobTree.module.css";
import { domainJobsQuery } from "./queries";

interface TreeProps {
  open: ReadonlySet<string>;
  /** The row that Tab leads to. */
  stop: string | undefined;
  onReach: (code: string) => void;
  onToggle: (code: string) => void;
}

/** A grand domain and its domains. */
export function LetterBranch({ letter, ...tree }: TreeProps & { letter: Letter }) {
  const jobs = letter.domains.reduce((sum, domain) => sum + domain.jobs, 0);
  return (
    <Branch {...tree} code={letter.code} label={letter.label} level={1} jobs={jobs}>
      {letter.domains.map((domain) => (
        <DomainBranch key={domain.code} domain={domain} {...tree} />
      ))}
    </Branch>
  );
}

function DomainBranch({ domain, ...tree }: TreeProps & { domain: Domain }) {
  return (
    <Branch {...tree} code={domain.code} label={domain.label} level={2} jobs={domain.jobs}>
      <DomainJobs code={domain.code} {...tree} />
    </Branch>
  );
}

interface BranchProps extends TreeProps {
  code: string;
  label: string;
  level: number;
  jobs: number;
  children: ReactNode;
}

function Branch({ code, label, level, jobs, children, ...tree }: BranchProps) {
  const { t } = useTranslation();
  // A domain of which the catalogue has no job holds nothing to unfold.
  const holds = level === 1 || jobs > 0;
  const open = holds && tree.open.has(code);
  return (
    <li role="none">
      <button
        type="button"
        role="treeitem"
        className={classes.row}
        data-level={level}
        data-label={label}
        data-empty={!holds || undefined}
        aria-level={level}
        aria-expanded={holds ? open : undefined}
        tabIndex={tree.stop === code ? 0 : -1}
        onFocus={() => tree.onReach(code)}
        onClick={() => holds && tree.onToggle(code)}
      >
        <span className={classes.chevron} data-open={open || undefined}>
          {holds ? <Icon name="chevronRight" size={16} /> : null}
        </span>
        <span className={classes.code}>{code}</span>{" "}
        <span className={classes.text}>
          <span className={classes.label}>{label}</span>{" "}
          <span className={classes.count}>{t("count.jobs", { count: jobs })}</span>
        </span>
      </button>
      {open ? (
        // biome-ignore lint/a11y/useSemanticElements: the group of a tree, not of a form
        <ul role="group">{children}</ul>
      ) : null}
    </li>
  );
}

function DomainJobs({ code, ...tree }: TreeProps & { code: string }) {
  const { t } = useTranslation();
  const jobs = useQuery(domainJobsQuery(code));
  if (jobs.data) return jobs.data.map((job) => <JobRow key={job.code} job={job} {...tree} />);
  if (jobs.isError) {
    return (
      <li role="none">
        <button
          type="button"
          role="treeitem"
          className={classes.row}
          data-level={3}
          aria-level={3}
          tabIndex={-1}
          onClick={() => jobs.refetch()}
        >
          <Icon name="refresh" size={16} />
          {t("reference.jobsFailed")}
        </button>
      </li>
    );
  }
  return (
    <li
      role="treeitem"
      className={classes.waiting}
      aria-level={3}
      aria-disabled="true"
      aria-label={t("state.loading")}
      tabIndex={-1}
    >
      <Skeleton height={16} width="60%" />
    </li>
  );
}

function JobRow({ job, stop, onReach }: TreeProps & { job: DomainJob }) {
  return (
    <li role="none">
      <Link
        to={sheets.job}
        params={{ code: job.code }}
        role="treeitem"
        className={classes.row}
        data-level={3}
        data-label={job.label}
        aria-level={3}
        tabIndex={stop === job.code ? 0 : -1}
        onFocus={() => onReach(job.code)}
      >
        <span className={classes.code}>{job.code}</span>{" "}
        <span className={classes.label}>{job.label}</span>
      </Link>
    </li>
  );
}
