import { NativeSelect, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { CompanyStatus } from "@/api/types";
import { useTranslation } from "@/i18n/admin";
import { PagedList } from "@/ui/PagedList";
import { RecruiterCard } from "./RecruiterCard";
import classes from "./RecruiterReviews.module.css";
import { useRecruiters } from "./reviews";

const STATUSES: CompanyStatus[] = [
  "awaiting_review",
  "awaiting_proof",
  "pending_register",
  "granted",
  "refused",
  "suspended",
];
const ALL = "all";

/** Recruiters by status, those waiting for a decision first. */
export function RecruiterReviews() {
  const { t } = useTranslation();
  const [status, setStatus] = useState<CompanyStatus | typeof ALL>("awaiting_review");
  const list = useRecruiters(status === ALL ? null : status);
  return (
    <Stack>
      <NativeSelect
        label={t("reviews.filter")}
        value={status}
        onChange={(event) => setStatus(event.currentTarget.value as CompanyStatus | typeof ALL)}
        data={[
          ...STATUSES.map((value) => ({ value, label: t(`reviews.status.${value}`) })),
          { value: ALL, label: t("reviews.all") },
        ]}
        maw={320}
      />
      <PagedList list={list} height={160} none={<Text role="status">{t("reviews.none")}</Text>}>
        {(recruiters) => (
          <ul className={classes.list}>
            {recruiters.map((recruiter) => (
              <li key={recruiter.id}>
                <RecruiterCard recruiter={recruiter} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Stack>
  );
}
