import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Job } from "@/api/types";
import {
  atDomain,
  isUnknown,
  JobSheet,
  jobQuery,
  LicenceLine,
  RetiredJob,
} from "@/features/catalog";
import { useTranslation } from "@/i18n/reference";
import { PageTitle } from "@/ui/PageTitle";
import { SheetFailure, SheetSkeleton, UnknownEntry } from "./SheetStates";
import { SheetTrail } from "./SheetTrail";
import { ToProfiles } from "./ToProfiles";

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
        <ToProfiles search={{ metier: code }} label={t("reference.toProfiles")} />
      </Stack>
      {job.active ? null : <RetiredJob replacedBy={job.replaced_by} />}
      <JobSheet job={job} />
      <LicenceLine />
    </Stack>
  );
}
