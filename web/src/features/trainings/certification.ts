// The certification a training names, as the table of France compétences knows it.
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { ApiProblem } from "@/api/problem";
import type { CertificationSheet } from "@/api/types";
import { type Standing, standingOf } from "@/record/certification";

const NUMBER = /^(RNCP|RS)\d{1,6}$/;

/** The number as it is written; nothing while it is none yet. */
export function numberOf(typed: string): string | null {
  const number = typed.trim().toUpperCase();
  return NUMBER.test(number) ? number : null;
}

export const certificationQuery = (number: string) =>
  queryOptions({
    queryKey: ["catalog", "certification", number],
    staleTime: 300_000,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/v1/catalog/certifications/{number}", {
          params: { path: { number } },
          signal,
        }),
      ),
  });

/** Why there is no certification to show: the table is not there, or does not have it; null for any other fault. */
export function absenceOf(error: unknown): "notLoaded" | "unknown" | null {
  if (!(error instanceof ApiProblem) || error.status !== 404) return null;
  return error.code === "certifications_not_loaded" ? "notLoaded" : "unknown";
}

export type Remark = Exclude<Standing, "active"> | "otherJobs";

/** What deserves a look: not in force, or about other jobs than these, given with their families. */
export function remarksOn(
  certification: CertificationSheet,
  jobs: readonly string[],
  today: string,
): Remark[] {
  const standing = standingOf(certification, today);
  const named = certification.jobs.map(({ code }) => code);
  const apart = jobs.length > 0 && named.length > 0 && !named.some((code) => jobs.includes(code));
  return [...(standing === "active" ? [] : [standing]), ...(apart ? (["otherJobs"] as const) : [])];
}
