import { Button, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Job } from "@/api/types";
import { atDomain, isUnknown, JobSheet, jobQuery, LicenceLine, RetiredJob } from "@/features/catalog";
import { useTranslation } from "@/lib/i18n";
import { paths } from "@/lib/paths";
import { useStanding } from "@/shell/standing";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import { SheetTrail } from "./SheetTrail";
import { SheetFailure, SheetSkeleton, UnknownEntry } from "./SheetStates";

const route = getRouteApi("/referentiel/metiers/$code");

/** The sheet of a job, at its code. */
export function JobPage() {
  const { t } = useTranslation();
  const code = route.useParams().code.toUpperCase();
  const job = useQuery(jobQuery(code));
  if (isUnknown(job.error)) {
    return (
      <UnknownEntry
        title={t("reference.unknownJob")}
        lead={t("reference.unknownJobLead", { code })}
      />
    );
  }
  if (job.isError) return <SheetFailure error={job.error} onRetry={() => job.refetch()} />;
  if (!job.data) return <SheetSkeleton />;
  // From one job to the next the page starts anew: its heading takes the focus.
  return <Sheet key={code} job={job.data} />;
}

function Sheet({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { code, letter, domain } = job;
  return (
    <Stack gap="lg" maw={1120} mx="auto">
      <Stack gap="xs">
        <SheetTrail
          steps={[
            { label: letter.label || letter.code, search: { ouvert: letter.code } },
            { label: domain.label || domain.code, search: atDomain(domain.code) },
          ]}
        />
        <div>
          <PageTitle
            title={job.label}
            tab={`${job.label} (${code})`}
            lead={t("reference.jobLead", { code })}
          />
        </div>
        <ToProfiles code={code} />
      </Stack>
      {job.active ? null : <RetiredJob replacedBy={job.replaced_by} />}
      <JobSheet job={job} />
      <LicenceLine />
    </Stack>
  );
}

/** For those who may search: the profiles closest to this job. */
function ToProfiles({ code }: { code: string }) {
  const { t } = useTranslation();
  if (useStanding()?.company?.status !== "granted") return null;
  return (
    <div>
      <Button
        component={Link}
        to={paths.search}
        search={{ metier: code }}
        variant="default"
        leftSection={<Icon name="search" />}
      >
        {t("reference.toProfiles")}
      </Button>
    </div>
  );
}
