// The jobs of a domain. The API lists none by domain, but finds jobs by the beginning of their code.
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { JobHit } from "@/api/types";

/** The most that one answer holds. */
export const MOST_FOUND = 50;
const DIGITS = [..."0123456789"];

export type FindJobs = (beginning: string) => Promise<JobHit[]>;

/** An answer that is full may leave some out: each of the ten beginnings that are one digit longer is asked. */
export async function jobsOfDomain(domain: string, find: FindJobs): Promise<JobHit[]> {
  const found = await find(domain);
  const all =
    found.length < MOST_FOUND
      ? found
      : (await Promise.all(DIGITS.map((digit) => find(`${domain}${digit}`)))).flat();
  return all
    .filter(({ code, active }) => active && code.startsWith(domain))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

export const domainJobsQuery = (domain: string) =>
  queryOptions({
    queryKey: ["catalog", "domain-jobs", domain],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      jobsOfDomain(domain, async (q) => {
        const params = { query: { q, limit: MOST_FOUND } };
        return (await unwrap(api.GET("/api/v1/catalog/jobs", { params, signal }))).items;
      }),
  });
