import { Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/notices";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { MOST, waitingQuery } from "./queries";

interface Props {
  organisation: string;
  /** The way to the list. */
  link: ReactNode;
}

/** How many lines of the trainings wait for a decision, and the way to them. */
export function NoticesEntry({ organisation, link }: Props) {
  const { t } = useTranslation();
  const waiting = useQuery(waitingQuery(organisation));
  return (
    <Panel labelledBy="referentiel">
      <Stack gap="sm">
        <Title order={2} id="referentiel">
          {t("notice.entry")}
        </Title>
        {waiting.isError ? (
          <ProblemNotice error={waiting.error} onRetry={() => waiting.refetch()} />
        ) : !waiting.data ? (
          <Skeleton height={24} role="img" aria-label={t("state.loading")} />
        ) : (
          <Text {...(waiting.data.count > 0 ? { fw: 600 } : {})}>
            {waiting.data.more
              ? t("notice.waitingMany", { most: MOST })
              : waiting.data.count > 0
                ? t("notice.waiting", { count: waiting.data.count })
                : t("notice.entryNone")}
          </Text>
        )}
        <Group>{link}</Group>
      </Stack>
    </Panel>
  );
}
