import { Button, Group, NativeSelect, Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { CompanyStatus } from "@/api/types";
import { useTranslation } from "@/i18n/admin";
import { ProblemNotice } from "@/ui/ProblemNotice";
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
  const recruiters = list.data?.pages.flatMap((page) => page.items) ?? [];
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
      {list.isError ? (
        <ProblemNotice error={list.error} onRetry={() => list.refetch()} />
      ) : list.isPending ? (
        <Skeleton height={160} radius="lg" aria-label={t("state.loading")} role="img" />
      ) : recruiters.length === 0 ? (
        <Text role="status">{t("reviews.none")}</Text>
      ) : (
        <ul className={classes.list}>
          {recruiters.map((recruiter) => (
            <li key={recruiter.id}>
              <RecruiterCard recruiter={recruiter} />
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage ? (
        <Group>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => list.fetchNextPage()}
          >
            {t("action.more")}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}
