import { Anchor, Skeleton, Stack } from "@mantine/core";
import { lazy, Suspense, useId } from "react";
import type { Job } from "@/api/types";
import { useTranslation } from "@/i18n/reference";
import { Facts } from "@/ui/Facts";
import { ContextsOfJob } from "./ContextsOfJob";
import { Elsewhere } from "./Elsewhere";
import { LongList } from "./LongList";
import { JobLink } from "./SheetLink";
import { Section, SentenceList } from "./SheetParts";
import classes from "./Sheets.module.css";
import { SkillsOfJob } from "./SkillsOfJob";
import { otherNames, sentences } from "./sheetGroups";

/** Beside the first screen: it comes after it. */
const CertificationsOfJob = lazy(async () => ({
  default: (await import("./CertificationsOfJob")).CertificationsOfJob,
}));

const NAMES_SHOWN = 8;
const NEIGHBOURS_SHOWN = 10;

/** Everything the catalogue says of a job. */
export function JobSheet({ job }: { job: Job }) {
  return (
    <div className={classes.columns}>
      <Stack>
        <Description job={job} />
        <SkillsOfJob skills={job.skills} />
      </Stack>
      <Stack>
        <Landmarks job={job} />
        <Names job={job} />
        <Neighbours jobs={job.close_jobs} />
        <ContextsOfJob contexts={job.contexts} />
        <Certifications found={job.certifications} />
        <Elsewhere esco={job.esco} formacodes={job.formacodes} isco={job.isco ?? null} />
      </Stack>
    </div>
  );
}

function Certifications({ found }: { found: Job["certifications"] }) {
  const { t } = useTranslation();
  const waiting = <Skeleton height={120} radius="lg" role="img" aria-label={t("state.loading")} />;
  return (
    <Suspense fallback={waiting}>
      <CertificationsOfJob found={found} />
    </Suspense>
  );
}

function Description({ job }: { job: Job }) {
  const { t } = useTranslation();
  const definition = sentences(job.definition);
  const access = sentences(job.access);
  return (
    <>
      {definition.length > 0 ? (
        <Section title={t("reference.definition")}>
          <SentenceList sentences={definition} />
        </Section>
      ) : null}
      {access.length > 0 ? (
        <Section title={t("reference.access")}>
          <SentenceList sentences={access} />
        </Section>
      ) : null}
    </>
  );
}

/** Where the job stands in the catalogue. */
function Landmarks({ job }: { job: Job }) {
  const { t } = useTranslation();
  return (
    <Section title={t("reference.landmarks")}>
      <Facts
        facts={[
          [t("reference.parent"), <Family key="family" job={job} />],
          [t("reference.domain"), `${job.domain.label} (${job.domain.code})`],
        ]}
      />
    </Section>
  );
}

/** The older, wider job this one derives from; its own sheet when it is another job. */
function Family({ job: { code, parent } }: { job: Job }) {
  if (parent.label === "") return parent.code;
  const named = `${parent.label} (${parent.code})`;
  return parent.code === code ? named : <JobLink code={parent.code}>{named}</JobLink>;
}

function Names({ job }: { job: Job }) {
  const { t } = useTranslation();
  const id = useId();
  const names = otherNames(job.appellations, job.label);
  if (names.length === 0) return null;
  return (
    <Section id={id} title={t("reference.names", { count: names.length })}>
      <LongList items={names} most={NAMES_SHOWN} labelledBy={id}>
        {({ code, label, esco }) => (
          <li key={code}>
            {label}
            {esco ? (
              <>
                {" "}
                <Anchor
                  href={esco.uri}
                  rel="external noreferrer"
                  className={classes.figure ?? ""}
                  aria-label={t("reference.escoOf", { name: label, entry: esco.label || label })}
                >
                  {t("reference.escoShort")}
                </Anchor>
              </>
            ) : null}
          </li>
        )}
      </LongList>
    </Section>
  );
}

function Neighbours({ jobs }: { jobs: Job["close_jobs"] }) {
  const { t } = useTranslation();
  const id = useId();
  if (jobs.length === 0) return null;
  return (
    <Section id={id} title={t("reference.neighbours")} help={t("reference.neighboursHelp")}>
      <LongList items={jobs} most={NEIGHBOURS_SHOWN} labelledBy={id}>
        {({ code, label }) => (
          <li key={code}>
            <JobLink code={code}>{label || code}</JobLink>
          </li>
        )}
      </LongList>
    </Section>
  );
}
