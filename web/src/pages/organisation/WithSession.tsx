import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import type { TrainingSession } from "@/api/types";
import { sessionQuery } from "@/features/sessions/queries";
import { useTranslation } from "@/i18n";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

const NOT_FOUND = [403, 404, 422];

interface Props {
  children: (session: TrainingSession, organisation: string) => ReactNode;
}

/** Reads the session of the address; a page about none is a page that does not exist. */
export function WithSession({ children }: Props) {
  const { t } = useTranslation();
  const { organisation = "", session = "" } = useParams({ strict: false });
  const query = useQuery(sessionQuery(organisation, session));
  if (query.data) return children(query.data, organisation);
  if (!query.isError) return <Pending />;
  if (NOT_FOUND.includes(asProblem(query.error).status)) return <NotFound />;
  return (
    <Stack gap="lg">
      <PageTitle title={t("failure.title")} />
      <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
    </Stack>
  );
}
