import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import type { Training } from "@/api/types";
import { trainingQuery } from "@/features/trainings";
import { useTranslation } from "@/i18n";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

const NOT_FOUND = [404, 422];

interface Props {
  children: (training: Training, organisation: string) => ReactNode;
}

/** Reads the training of the address; a page about none is a page that does not exist. */
export function WithTraining({ children }: Props) {
  const { t } = useTranslation();
  const { organisation = "", training = "" } = useParams({ strict: false });
  const query = useQuery(trainingQuery(organisation, training));
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
