import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import type { Experience } from "@/api/types";
import { experienceQuery } from "@/features/experiences/queries";
import { useTranslation } from "@/i18n/experiences";
import { paths } from "@/lib/paths";
import { BackLink } from "@/ui/BackLink";
import { Notice } from "@/ui/Notice";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

/** One's experience that the address names, once it is there; to anybody else it does not exist. */
export function WithExperience({ children }: { children: (one: Experience) => ReactNode }) {
  const { t } = useTranslation();
  const { experience: id = "" } = useParams({ strict: false });
  const query = useQuery(experienceQuery(id));
  if (query.data) return children(query.data);
  const gone = query.isError && asProblem(query.error).status === 404;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <PageTitle title={t("experience.pageTitle")} />
      </div>
      {gone ? (
        <Notice
          tone="error"
          title={t("experience.gone")}
          actions={<BackLink to={paths.experiences}>{t("experience.back")}</BackLink>}
        />
      ) : query.isError ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton height={360} radius="lg" role="img" aria-label={t("state.loading")} />
      )}
    </Stack>
  );
}
