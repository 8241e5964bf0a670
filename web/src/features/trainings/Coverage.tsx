import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { CoveredJob } from "@/api/types";
import { useTranslation } from "@/i18n/coverage";
import { formatList } from "@/lib/format";
import { Disclosure } from "@/ui/Disclosure";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./Coverage.module.css";
import lines from "./Lines.module.css";
import { coverageQuery } from "./queries";
import { quoted } from "./words";

interface Props {
  organisation: string;
  training: string;
}

/** How much of its jobs a training covers, what would close the gaps, and where else its skills lead. */
export function Coverage({ organisation, training }: Props) {
  const { t } = useTranslation();
  const coverage = useQuery(coverageQuery(organisation, training));
  if (coverage.isError) {
    return <ProblemNotice error={coverage.error} onRetry={() => coverage.refetch()} />;
  }
  if (!coverage.data) {
    return <Skeleton height={240} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  const { jobs, other_jobs: others } = coverage.data;
  return (
    <Stack gap="lg">
      <Panel labelledBy="metiers-couverts">
        <Stack>
          <Title order={2} id="metiers-couverts">
            {t("covered.own")}
          </Title>
          {jobs.length === 0 ? (
            <Text c="dimmed">{t("covered.noJob")}</Text>
          ) : (
            <List jobs={jobs} open />
          )}
        </Stack>
      </Panel>
      <Panel labelledBy="autres-metiers">
        <Stack>
          <div>
            <Title order={2} id="autres-metiers">
              {t("covered.others")}
            </Title>
            <Text size="sm" c="dimmed" mt={4}>
              {t("covered.othersHelp")}
            </Text>
          </div>
          {others.length === 0 ? (
            <Text c="dimmed">{t("covered.noOther")}</Text>
          ) : (
            <List jobs={others} />
          )}
        </Stack>
      </Panel>
    </Stack>
  );
}

function List({ jobs, open = false }: { jobs: CoveredJob[]; open?: boolean }) {
  return (
    <ul className={lines.rows}>
      {jobs.map((job) => (
        <li key={job.code}>
          <Covered job={job} open={open} />
        </li>
      ))}
    </ul>
  );
}

function Covered({ job, open }: { job: CoveredJob; open: boolean }) {
  const { t } = useTranslation();
  const { label, code, core, covered, missing } = job;
  return (
    <div className={classes.job}>
      <h3 className={lines.label}>
        {label} <span className={lines.code}>{code}</span>
      </h3>
      {core === 0 ? (
        <Text size="sm">{t("covered.noCore")}</Text>
      ) : (
        <>
          <p className={classes.share}>{t("covered.share", { count: covered, total: core })}</p>
          <div className={classes.track} aria-hidden="true">
            <span className={classes.fill} style={{ inlineSize: `${(covered / core) * 100}%` }} />
          </div>
        </>
      )}
      {missing.length > 0 ? (
        <Disclosure open={open} label={t("covered.missing", { count: missing.length })}>
          <ul className={classes.missing}>
            {missing.map((skill) => (
              <li key={skill.code}>
                <div>{skill.label}</div>
                <div className={lines.meta}>
                  {skill.courses.length > 0
                    ? t("covered.closing", {
                        count: skill.courses.length,
                        courses: formatList(skill.courses.map(({ title }) => quoted(title))),
                      })
                    : t("covered.noCourse")}
                </div>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : core > 0 ? (
        <Text size="sm">{t("covered.full")}</Text>
      ) : null}
    </div>
  );
}
