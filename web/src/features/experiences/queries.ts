// One's own experiences, their proofs, and the organisations they were put before.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import type { Experience, ExperienceBody, ProofZone } from "@/api/types";
import { ifMatch } from "@/api/version";
import { isChecking } from "./model/states";

const PAGE = 20;
/** How often the antivirus, and what draws masked copies, are asked about. */
const LOOK_EVERY_MS = 2_000;
const MINE = ["my-experiences"];
const ALL = "/api/v1/me/experiences" as const;
const ONE = `${ALL}/{experience_id}` as const;
const PROOF = `${ONE}/proofs/{proof_id}` as const;
const SUBMISSION = `${ONE}/submissions/{submission_id}` as const;

/** One's experiences, newest first. */
export const useMyExperiences = () =>
  useInfiniteQuery({
    queryKey: [...MINE, "list"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      return unwrap(api.GET(ALL, { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** One experience, asked for again while a proof of it is being checked or masked. */
export const experienceQuery = (id: string) =>
  queryOptions({
    queryKey: [...MINE, "one", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET(ONE, { params: { path: { experience_id: id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isChecking(state.data) ? LOOK_EVERY_MS : false),
  });

/** Who opened the proofs, newest first. */
export const useReadings = (id: string) =>
  useInfiniteQuery({
    queryKey: [...MINE, "readings", id],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      const params = { path: { experience_id: id }, query };
      return unwrap(api.GET(`${ONE}/readings`, { params, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** Organisations that an experience can be put before, by a part of their name. */
export const reviewersQuery = (name: string) =>
  queryOptions({
    queryKey: ["experience-reviewers", name],
    queryFn: async ({ signal }) => {
      const params = { query: { name } };
      return (await unwrap(api.GET("/api/v1/experience-reviewers", { params, signal }))).items;
    },
  });

/** The bytes of a proof of one's own: the file, or what others see of it. */
export const proofFile = (id: string, proof: string, shown: boolean) => {
  const params = { path: { experience_id: id, proof_id: proof }, query: { shown } };
  return downloaded(api.GET(`${PROOF}/file`, { params, parseAs: "blob" }), "piece");
};

/** The document that goes with a decision. */
export const decisionFile = (id: string, submission: string) => {
  const params = { path: { experience_id: id, submission_id: submission } };
  return downloaded(api.GET(`${SUBMISSION}/file`, { params, parseAs: "blob" }), "document");
};

export function useExperiences() {
  const cache = useQueryClient();
  const kept = async (call: Promise<Experience>): Promise<Experience> => {
    const written = await call;
    cache.setQueryData(experienceQuery(written.id).queryKey, written);
    void cache.invalidateQueries({ queryKey: [...MINE, "list"] });
    // What is said of experiences shows in the passport and in what recruiters see.
    void cache.invalidateQueries({ queryKey: ["my-passport"] });
    void cache.invalidateQueries({ queryKey: ["my-skills"] });
    void cache.invalidateQueries({ queryKey: ["my-preview"] });
    return written;
  };
  const of = (id: string) => ({ path: { experience_id: id } });
  const proofOf = (id: string, proof: string) => ({
    path: { experience_id: id, proof_id: proof },
  });
  const renew = (id: string) => cache.invalidateQueries({ queryKey: [...MINE, "one", id] });
  return {
    create: (body: ExperienceBody) => kept(unwrap(api.POST(ALL, { body }))),
    update: (id: string, body: ExperienceBody, version: number) =>
      kept(unwrap(api.PUT(ONE, { params: { ...of(id), header: ifMatch(version) }, body }))),
    declare: (id: string) => kept(unwrap(api.POST(`${ONE}/declare`, { params: of(id) }))),
    withdraw: (id: string) => kept(unwrap(api.POST(`${ONE}/withdraw`, { params: of(id) }))),
    hide: (id: string, hidden: boolean) =>
      kept(unwrap(api.PUT(`${ONE}/visibility`, { params: of(id), body: { hidden } }))),
    /** Deletes it; `leave` moves to another page before what was known of it goes. */
    remove: async (id: string, leave: () => Promise<unknown>): Promise<void> => {
      await unwrap(api.DELETE(ONE, { params: of(id) }));
      await leave();
      cache.removeQueries({ queryKey: [...MINE, "one", id] });
      await cache.invalidateQueries({ queryKey: [...MINE, "list"] });
    },
    addProof: (id: string, file: string) =>
      kept(unwrap(api.POST(`${ONE}/proofs`, { params: of(id), body: { file_id: file } }))),
    removeProof: async (id: string, proof: string): Promise<void> => {
      await unwrap(api.DELETE(PROOF, { params: proofOf(id, proof) }));
      await cache.invalidateQueries({ queryKey: MINE });
    },
    mask: (id: string, proof: string, zones: ProofZone[]) =>
      kept(unwrap(api.PUT(`${PROOF}/zones`, { params: proofOf(id, proof), body: { zones } }))),
    submit: (id: string, organisation: string, message: string) => {
      const body = { organisation_id: organisation, message };
      return kept(unwrap(api.POST(`${ONE}/submissions`, { params: of(id), body })));
    },
    resubmit: (id: string, submission: string, message: string) => {
      const params = { path: { experience_id: id, submission_id: submission } };
      return kept(unwrap(api.POST(`${SUBMISSION}/resubmit`, { params, body: { message } })));
    },
    takeBack: (id: string, submission: string) => {
      const params = { path: { experience_id: id, submission_id: submission } };
      return kept(unwrap(api.POST(`${SUBMISSION}/withdraw`, { params })));
    },
    /** Asks anew: something happened meanwhile. */
    renew,
  };
}
