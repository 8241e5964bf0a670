// The levels that the skills of a session's revision are measured by.
import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { TrainingSession } from "@/api/types";
import { useTranslation } from "@/i18n";
import { LEVELS, levelName } from "@/record/levels";
import { levelsOf } from "./model/rules";

export function useSkillLevels(organisation: string, session: TrainingSession) {
  const { t } = useTranslation();
  const { training_id: training, revision: number } = session;
  const revision = useQuery({
    queryKey: ["organisation", organisation, "quiz-rules", training, number],
    queryFn: ({ signal }) => {
      const path = { id: organisation, training_id: training, number };
      return unwrap(
        api.GET("/api/v1/organisations/{id}/trainings/{training_id}/revisions/{number}", {
          params: { path },
          signal,
        }),
      );
    },
  });
  const grids = useQuery({
    queryKey: ["organisation", organisation, "quiz-rules", "grids"],
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation } };
      return (await unwrap(api.GET("/api/v1/organisations/{id}/grids", { params, signal }))).items;
    },
  });
  const error = revision.error ?? grids.error;
  const common = LEVELS.map((value) => ({ value, name: levelName(t, value) }));
  return {
    levels:
      revision.data && grids.data ? levelsOf(revision.data.content, grids.data, common) : null,
    error,
    retry: () => {
      void revision.refetch();
      void grids.refetch();
    },
  };
}
