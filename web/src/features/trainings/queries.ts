// The trainings of an organisation as the app reads and writes them.
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Training, TrainingBody, TrainingStatus } from "@/api/types";
import { ifMatch } from "@/api/version";

const trainingsKey = (organisation: string) => ["organisation", organisation, "trainings"];
const trainingKey = (organisation: string, training: string) => [
  "organisation",
  organisation,
  "training",
  training,
];

export interface TrainingFilter {
  words: string;
  status: TrainingStatus | null;
}

export function useTrainings(organisation: string, { words, status }: TrainingFilter) {
  return useInfiniteQuery({
    queryKey: [...trainingsKey(organisation), words, status],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...(words === "" ? {} : { q: words }),
        ...(status ? { status } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      const params = { path: { id: organisation }, query };
      return unwrap(api.GET("/api/v1/organisations/{id}/trainings", { params, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

export const trainingQuery = (organisation: string, training: string) =>
  queryOptions({
    queryKey: trainingKey(organisation, training),
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, training_id: training } };
      return unwrap(
        api.GET("/api/v1/organisations/{id}/trainings/{training_id}", { params, signal }),
      );
    },
  });

export const coverageQuery = (organisation: string, training: string) =>
  queryOptions({
    queryKey: [...trainingKey(organisation, training), "coverage"],
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, training_id: training } };
      return unwrap(
        api.GET("/api/v1/organisations/{id}/trainings/{training_id}/coverage", { params, signal }),
      );
    },
  });

export const revisionsQuery = (organisation: string, training: string) =>
  queryOptions({
    queryKey: [...trainingKey(organisation, training), "revisions"],
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, training_id: training } };
      return unwrap(
        api.GET("/api/v1/organisations/{id}/trainings/{training_id}/revisions", { params, signal }),
      );
    },
  });

export const revisionQuery = (organisation: string, training: string, number: number) =>
  queryOptions({
    queryKey: [...trainingKey(organisation, training), "revisions", number],
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, training_id: training, number } };
      return unwrap(
        api.GET("/api/v1/organisations/{id}/trainings/{training_id}/revisions/{number}", {
          params,
          signal,
        }),
      );
    },
  });

export const comparisonQuery = (
  organisation: string,
  training: string,
  { from, to }: { from: number; to: number },
) =>
  queryOptions({
    queryKey: [...trainingKey(organisation, training), "comparison", from, to],
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, training_id: training }, query: { from, to } };
      return unwrap(
        api.GET("/api/v1/organisations/{id}/trainings/{training_id}/comparison", {
          params,
          signal,
        }),
      );
    },
  });

/** The words of a title and a description that lead to jobs and skills of the catalogue. */
export function useSuggestions() {
  return useMutation({
    mutationFn: (body: { title: string; description: string }) =>
      unwrap(api.POST("/api/v1/catalog/suggestions", { body })),
  });
}

/** Changes to one training; each answers what is there afterwards, which the cache then holds. */
export function useTrainingChanges(organisation: string) {
  const cache = useQueryClient();
  const at = (training: string, version: number) => ({
    params: { path: { id: organisation, training_id: training }, header: ifMatch(version) },
  });
  const settle = async (view: Training): Promise<Training> => {
    const key = trainingKey(organisation, view.id);
    // What hangs on the content is asked for anew; the content itself has just come.
    void cache.invalidateQueries({
      queryKey: key,
      predicate: ({ queryKey }) => queryKey.length > key.length,
    });
    cache.setQueryData(trainingQuery(organisation, view.id).queryKey, view);
    await cache.invalidateQueries({ queryKey: trainingsKey(organisation) });
    return view;
  };
  const path = "/api/v1/organisations/{id}/trainings/{training_id}" as const;
  return {
    /** What is there now, whatever is remembered. */
    read: (training: string) =>
      cache.fetchQuery({ ...trainingQuery(organisation, training), staleTime: 0 }),
    create: async (body: TrainingBody) => {
      const params = { path: { id: organisation } };
      return settle(
        await unwrap(api.POST("/api/v1/organisations/{id}/trainings", { params, body })),
      );
    },
    write: async ({ id, version }: Training, body: TrainingBody) =>
      settle(await unwrap(api.PUT(path, { ...at(id, version), body }))),
    publish: async ({ id, version }: Training) =>
      settle(await unwrap(api.POST(`${path}/publish`, at(id, version)))),
    archive: async ({ id, version }: Training) =>
      settle(await unwrap(api.POST(`${path}/archive`, at(id, version)))),
    restore: async ({ id, version }: Training) =>
      settle(await unwrap(api.POST(`${path}/restore`, at(id, version)))),
    discard: async ({ id, version }: Training) =>
      settle(await unwrap(api.DELETE(`${path}/draft`, at(id, version)))),
    remove: async ({ id, version }: Training) => {
      await unwrap(api.DELETE(path, at(id, version)));
      cache.removeQueries({ queryKey: trainingKey(organisation, id) });
      await cache.invalidateQueries({ queryKey: trainingsKey(organisation) });
    },
  };
}
