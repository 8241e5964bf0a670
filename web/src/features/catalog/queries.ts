// The job catalogue as the app reads it: suggestions while typing, sheets, labels of skills.
import { useDebouncedValue } from "@mantine/hooks";
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useQueries,
  useQuery,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { api, unwrap } from "@/api/client";
import { ApiProblem } from "@/api/problem";

const SUGGESTIONS = 12;
const TYPING_PAUSE_MS = 120;

export const jobQuery = (code: string) =>
  queryOptions({
    queryKey: ["catalog", "job", code],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/catalog/jobs/{code}", { params: { path: { code } }, signal })),
  });

export const skillQuery = (code: string) =>
  queryOptions({
    queryKey: ["catalog", "skill", code],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/catalog/skills/{code}", { params: { path: { code } }, signal })),
  });

/** What the browser has kept for a minute may name the release before: it asks whether that is still so. */
export const releaseQuery = queryOptions({
  queryKey: ["catalog", "release"],
  staleTime: 300_000,
  queryFn: ({ signal }) =>
    unwrap(api.GET("/api/v1/catalog/release", { signal, cache: "no-cache" })),
});

/** A code that left the catalogue, and what took its place where that is known. */
export interface GoneCode {
  code: string;
  label: string;
  successor: { code: string; label: string } | null;
}

interface SkillName {
  label: string;
  gone: boolean;
  successor: GoneCode["successor"];
}

const nameQuery = (code: string) =>
  queryOptions({
    queryKey: ["catalog", "skill-name", code],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<SkillName> => {
      const params = { path: { code } };
      const skill = await unwrap(api.GET("/api/v1/catalog/skills/{code}", { params, signal }));
      return { label: skill.label, gone: !skill.active, successor: skill.replaced_by ?? null };
    },
  });

/** Remembers labels that came with another answer, so that they are not asked for again. */
export function rememberLabels(
  cache: QueryClient,
  skills: { code: string; label: string }[],
): void {
  for (const { code, label } of skills) {
    cache.setQueryData(nameQuery(code).queryKey, { label, gone: false, successor: null });
  }
}

export interface SkillLabels {
  /** The label of a skill; its code while the label is on its way. */
  labelOf: (code: string) => string;
  /** Codes the catalogue does not know. */
  unknown: string[];
  /** Codes that left it. */
  gone: GoneCode[];
}

export function useSkillLabels(codes: string[]): SkillLabels {
  const results = useQueries({ queries: codes.map(nameQuery) });
  // One string per change of content: the map is rebuilt only then.
  const content = JSON.stringify(results.map((r) => r.data ?? isUnknown(r.error)));
  return useMemo(() => {
    const names: (SkillName | boolean)[] = JSON.parse(content);
    const labels = new Map<string, string>();
    const unknown: string[] = [];
    const gone: GoneCode[] = [];
    codes.forEach((code, i) => {
      const name = names[i];
      if (name === true) unknown.push(code);
      if (typeof name !== "object") return;
      labels.set(code, name.label);
      if (name.gone) gone.push({ code, label: name.label, successor: name.successor });
    });
    return { labelOf: (code) => labels.get(code) ?? code, unknown, gone };
  }, [content, codes]);
}

const JOB = /^[A-Z]\d{4}$/;

/** Those of these codes that are jobs, and left the catalogue. */
export function useGoneJobs(codes: string[]): GoneCode[] {
  const found = useQueries({ queries: codes.filter((code) => JOB.test(code)).map(jobQuery) });
  return found.flatMap(({ data }) =>
    data && !data.active
      ? [{ code: data.code, label: data.label, successor: data.replaced_by ?? null }]
      : [],
  );
}

export const domainsQuery = queryOptions({
  queryKey: ["catalog", "domains"],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/catalog/domains", { signal })),
});

export const domainJobsQuery = (code: string) =>
  queryOptions({
    queryKey: ["catalog", "domain-jobs", code],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const params = { path: { code } };
      return (await unwrap(api.GET("/api/v1/catalog/domains/{code}/jobs", { params, signal })))
        .items;
    },
  });

const LONGEST_DOMAIN = 3;

/** Labels of letters, domains, jobs and families that no count names. */
export function useRomeLabels(values: string[]): (value: string) => string | null {
  const bare = (value: string): string => value.replace("family:", "");
  const jobs = values.map(bare).filter((code) => code.length > LONGEST_DOMAIN);
  const domains = useQuery({ ...domainsQuery, enabled: jobs.length < values.length });
  const found = useQueries({ queries: jobs.map(jobQuery) });
  const letters = domains.data ?? [];
  const known = [
    ...letters,
    ...letters.flatMap((letter) => letter.domains),
    ...found.flatMap(({ data }) => (data ? [data] : [])),
  ];
  return (value) => known.find(({ code }) => code === bare(value))?.label ?? null;
}

/** The catalogue has nothing at this code, and asking again will not help. */
export const isUnknown = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 404 || error.status === 422);

export function useSkillSuggestions(words: string, limit = SUGGESTIONS) {
  const q = useDebouncedValue(words.trim(), TYPING_PAUSE_MS)[0];
  const query = useQuery({
    queryKey: ["catalog", "skills", q, limit],
    enabled: q !== "",
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { query: { q, limit } };
      return unwrap(api.GET("/api/v1/catalog/skills", { params, signal }));
    },
  });
  return settled(query, words, q);
}

export function useJobSuggestions(words: string, limit = SUGGESTIONS) {
  const q = useDebouncedValue(words.trim(), TYPING_PAUSE_MS)[0];
  const query = useQuery({
    queryKey: ["catalog", "jobs", q, limit],
    enabled: q !== "",
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { query: { q, limit } };
      return unwrap(api.GET("/api/v1/catalog/jobs", { params, signal }));
    },
  });
  return settled(query, words, q);
}

interface ListQuery<T> {
  data: { items: T[] } | undefined;
  isFetching: boolean;
  isPlaceholderData: boolean;
  error: Error | null;
}

/** Suggestions of the words typed so far; those of earlier words stay until they arrive. */
function settled<T>(query: ListQuery<T>, words: string, q: string) {
  const late = words.trim() !== q;
  return {
    items: q === "" ? [] : (query.data?.items ?? []),
    loading: words.trim() !== "" && (late || query.isFetching),
    failed: query.error !== null,
  };
}
