// What an organisation wrote in passports, what waits in it, and what it chose.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import type {
  PassportSettings,
  PassportSettingsBody,
  ReceivedReply,
  RevocationBody,
  Validation,
  ValidationProposal,
} from "@/api/types";
import { ifMatch } from "@/api/version";
import type { ReplyState, TimelineFilter } from "./search";

const ORGANISATION = "/api/v1/organisations/{id}" as const;
const ENTRY = `${ORGANISATION}/validations/{validation_id}` as const;
const PAGE = 50;
/** What waits is counted up to here. */
const MOST = 100;

const key = (organisation: string, ...rest: string[]) => [
  "organisation",
  organisation,
  "passport",
  ...rest,
];

/** The entries of the organisation, newest first. */
export const useWritten = (organisation: string) =>
  useInfiniteQuery({
    queryKey: key(organisation, "written"),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      const params = { path: { id: organisation }, query };
      return unwrap(api.GET(`${ORGANISATION}/validations`, { params, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** What waits for a second person, oldest first. */
export const useProposals = (organisation: string, session: string | undefined) =>
  useInfiniteQuery({
    queryKey: key(organisation, "proposals", session ?? ""),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE,
        ...(session ? { session_id: session } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      const params = { path: { id: organisation }, query };
      return unwrap(api.GET(`${ORGANISATION}/validation-proposals`, { params, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** What people answered to entries, oldest first. */
export const useReplies = (organisation: string, state: ReplyState | undefined) =>
  useInfiniteQuery({
    queryKey: key(organisation, "replies", state ?? ""),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE,
        ...(state ? { state } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      const params = { path: { id: organisation }, query };
      return unwrap(api.GET(`${ORGANISATION}/validation-replies`, { params, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** How many replies wait for an answer, and whether there are more than were counted. */
export const openRepliesQuery = (organisation: string) =>
  queryOptions({
    queryKey: key(organisation, "replies", "count"),
    queryFn: async ({ signal }) => {
      const query = { state: "open" as const, limit: MOST };
      const params = { path: { id: organisation }, query };
      const page = await unwrap(api.GET(`${ORGANISATION}/validation-replies`, { params, signal }));
      return { count: page.items.length, more: Boolean(page.next_cursor) };
    },
  });

/** What the organisation itself wrote in somebody's passport. */
export const usePersonEntries = (
  organisation: string,
  person: string,
  filter: Omit<TimelineFilter, "organisation_id">,
) =>
  useInfiniteQuery({
    queryKey: [...key(organisation, "person", person), filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
      const params = { path: { id: organisation, person_id: person }, query };
      return unwrap(api.GET(`${ORGANISATION}/people/{person_id}/passport`, { params, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** An entry of the organisation, with its proof. */
export const validationQuery = (organisation: string, entry: string) =>
  queryOptions({
    queryKey: key(organisation, "entry", entry),
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, validation_id: entry } };
      return unwrap(api.GET(ENTRY, { params, signal }));
    },
  });

export const downloadEvidence = (organisation: string, entry: string, evidence: string) => {
  const path = { id: organisation, validation_id: entry, evidence_id: evidence };
  return downloaded(
    api.GET(`${ENTRY}/evidence/{evidence_id}/file`, { params: { path }, parseAs: "blob" }),
    "preuve",
  );
};

export const passportSettingsQuery = (organisation: string) =>
  queryOptions({
    queryKey: key(organisation, "settings"),
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation } };
      return unwrap(api.GET(`${ORGANISATION}/passport-settings`, { params, signal }));
    },
  });

export function useDesk(organisation: string) {
  const cache = useQueryClient();
  const settled = async <T>(call: Promise<T>): Promise<T> => {
    const answer = await call;
    // What is written shows in the grids of sessions too.
    await cache.invalidateQueries({ queryKey: ["organisation", organisation] });
    return answer;
  };
  return {
    decide: (proposal: string, confirm: boolean, reason?: string): Promise<ValidationProposal> => {
      const path = { id: organisation, proposal_id: proposal };
      const body = { confirm, ...(reason ? { reason } : {}) };
      const to = `${ORGANISATION}/validation-proposals/{proposal_id}/decision` as const;
      return settled(unwrap(api.POST(to, { params: { path }, body })));
    },
    revoke: (entry: string, body: RevocationBody): Promise<Validation> => {
      const path = { id: organisation, validation_id: entry };
      return settled(unwrap(api.POST(`${ENTRY}/revoke`, { params: { path }, body })));
    },
    answer: (reply: string, text: string): Promise<ReceivedReply> => {
      const path = { id: organisation, reply_id: reply };
      const to = `${ORGANISATION}/validation-replies/{reply_id}/answer` as const;
      return settled(unwrap(api.POST(to, { params: { path }, body: { text } })));
    },
    choose: async (body: PassportSettingsBody, version: number): Promise<PassportSettings> => {
      const params = { path: { id: organisation }, header: ifMatch(version) };
      const written = await unwrap(api.PUT(`${ORGANISATION}/passport-settings`, { params, body }));
      cache.setQueryData(passportSettingsQuery(organisation).queryKey, written);
      return written;
    },
    /** Asks anew for all that is known of the organisation: somebody else was faster. */
    renew: () => cache.invalidateQueries({ queryKey: ["organisation", organisation] }),
  };
}
