// Experiences put before an organisation, as its admins see them; and those that staff write down for trainees.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import type { DecisionBody, RefusalBody, ReviewedExperience } from "@/api/types";
import type { QueueFilter } from "../search";

const ORGANISATION = "/api/v1/organisations/{id}" as const;
const ALL = `${ORGANISATION}/experience-submissions` as const;
const ONE = `${ALL}/{submission_id}` as const;
const PAGE = 50;

const key = (organisation: string, ...rest: string[]) => [
  "organisation",
  organisation,
  "experiences",
  ...rest,
];

/** What waits, longest first; or what was decided. */
export const useQueue = (organisation: string, filter: QueueFilter) =>
  useInfiniteQuery({
    queryKey: [...key(organisation, "queue"), filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      return unwrap(api.GET(ALL, { params: { path: { id: organisation }, query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export const reviewQuery = (organisation: string, submission: string) =>
  queryOptions({
    queryKey: key(organisation, "one", submission),
    // What is decided upon is what is there now.
    staleTime: 0,
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, submission_id: submission } };
      return unwrap(api.GET(ONE, { params, signal }));
    },
  });

/** The grids of the organisation: each skill is attested on one of them. */
export const reviewGridsQuery = (organisation: string) =>
  queryOptions({
    queryKey: key(organisation, "grids"),
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation } };
      return (await unwrap(api.GET(`${ORGANISATION}/grids`, { params, signal }))).items;
    },
  });

/** What others than its person see of a proof; that it was opened is written down. */
export const submittedProof = (organisation: string, submission: string, proof: string) => {
  const path = { id: organisation, submission_id: submission, proof_id: proof };
  return downloaded(
    api.GET(`${ONE}/proofs/{proof_id}/file`, { params: { path }, parseAs: "blob" }),
    "piece",
  );
};

export function useReview(organisation: string, submission: string) {
  const cache = useQueryClient();
  const params = { path: { id: organisation, submission_id: submission } };
  const kept = async (call: Promise<ReviewedExperience>): Promise<ReviewedExperience> => {
    const written = await call;
    cache.setQueryData(reviewQuery(organisation, submission).queryKey, written);
    // What is attested is a validation of the organisation.
    void cache.invalidateQueries({ queryKey: ["organisation", organisation, "passport"] });
    void cache.invalidateQueries({ queryKey: key(organisation, "queue") });
    return written;
  };
  return {
    assign: (person: string | null) =>
      kept(unwrap(api.PUT(`${ONE}/assignee`, { params, body: { person_id: person } }))),
    ask: (text: string) => kept(unwrap(api.POST(`${ONE}/ask`, { params, body: { text } }))),
    decide: (body: DecisionBody) => kept(unwrap(api.POST(`${ONE}/decide`, { params, body }))),
    refuse: (body: RefusalBody) => kept(unwrap(api.POST(`${ONE}/refuse`, { params, body }))),
    /** Asks anew: it went another way meanwhile. */
    renew: () => cache.invalidateQueries({ queryKey: key(organisation) }),
  };
}

/** Writes experiences down for trainees, or says what that would do. */
export const propose = (organisation: string, csv: string, dryRun: boolean) => {
  const params = { path: { id: organisation } };
  const body = { csv, dry_run: dryRun };
  return unwrap(api.POST(`${ORGANISATION}/experience-proposals`, { params, body }));
};
