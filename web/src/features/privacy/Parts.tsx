import { Skeleton, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Privacy } from "@/api/types";
import { useTranslation } from "@/i18n/myData";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { overviewQuery } from "./queries";

interface Props {
  id: string;
  title: string;
  lead?: string;
  /** Draws the part from what is visible now. */
  children: (privacy: Privacy) => ReactNode;
}

/** A part of the overview: loading, failing, or what there is. */
export function Part({ id, title, lead, children }: Props) {
  const { t } = useTranslation();
  const overview = useQuery(overviewQuery);
  return (
    <Panel labelledBy={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {lead ? (
        <Text c="dimmed" mt={4} mb="sm">
          {lead}
        </Text>
      ) : null}
      {overview.data ? (
        children(overview.data)
      ) : overview.isError ? (
        <ProblemNotice error={overview.error} onRetry={() => overview.refetch()} />
      ) : (
        <Skeleton height={72} radius="lg" role="img" aria-label={t("state.loading")} />
      )}
    </Panel>
  );
}
