// The quizzes that companies invite one to, and what one puts of them into one's passport.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { MyQuizInvitationNotice, QuizEvidence, QuizExtraTime } from "@/api/types";
import { MINE_KEY } from "./mineQueries";

const INVITED = "/api/v1/me/quiz-invitations" as const;
const ONE = `${INVITED}/{invitation_id}` as const;
const EVIDENCE = "/api/v1/me/quiz-evidence" as const;

const listKey = [...MINE_KEY, "invitations"];
const evidenceKey = [...MINE_KEY, "evidence"];
const MOST_PER_PAGE = 100;

export const useMyInvitations = () =>
  useInfiniteQuery({
    queryKey: listKey,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam } : {};
      return unwrap(api.GET(INVITED, { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export const invitationQuery = (id: string) =>
  queryOptions({
    queryKey: [...MINE_KEY, "invitation", id],
    queryFn: ({ signal }) =>
      unwrap(api.GET(ONE, { params: { path: { invitation_id: id } }, signal })),
  });

/** Every result that stands in one's passport, the last put there first. */
export const evidenceQuery = queryOptions({
  queryKey: evidenceKey,
  queryFn: async ({ signal }) => {
    const all: QuizEvidence[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = { limit: MOST_PER_PAGE };
      if (cursor) query.cursor = cursor;
      const page: { items: QuizEvidence[]; next_cursor?: string | null } = await unwrap(
        api.GET(EVIDENCE, { params: { query }, signal }),
      );
      all.push(...page.items);
      cursor = page.next_cursor ?? null;
    } while (cursor);
    return all;
  },
});

export function useInvitationChanges(id: string) {
  const cache = useQueryClient();
  const params = { path: { invitation_id: id } };
  const refresh = async () => {
    void cache.invalidateQueries({ queryKey: listKey });
    await cache.invalidateQueries({ queryKey: invitationQuery(id).queryKey });
  };
  /** What one reads now, as the server told it. */
  const show = (notice: MyQuizInvitationNotice) =>
    cache.setQueryData(invitationQuery(id).queryKey, notice);
  return {
    refresh,
    show,
    /** Begins, once what is shown was read: it goes along, and is refused when something else holds by then. */
    start: async ({ notice_version, seen }: MyQuizInvitationNotice) => {
      await unwrap(api.POST(`${ONE}/attempt`, { params, body: { notice_version, seen } }));
      void refresh();
    },
    withdraw: async () => {
      await unwrap(api.POST(`${ONE}/withdrawal`, { params }));
      await refresh();
    },
    adjust: async (extraTime: QuizExtraTime) =>
      show(await unwrap(api.PUT(`${ONE}/adjustment`, { params, body: { extra_time: extraTime } }))),
  };
}

export function useEvidenceChanges() {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: evidenceKey });
  return {
    propose: async (invitation: string, skill: string) => {
      const params = { path: { invitation_id: invitation } };
      await unwrap(api.POST(`${ONE}/proposal`, { params, body: { skill } }));
      await refresh();
    },
    takeOut: async ({ id }: QuizEvidence) => {
      await unwrap(
        api.DELETE(`${EVIDENCE}/{evidence_id}`, { params: { path: { evidence_id: id } } }),
      );
      await refresh();
    },
  };
}

/** Sends what this device counted since the attempt began, all told; the higher counts stay. */
export const sendSignals = (id: string, counted: { tab_switches: number; pastes: number }) =>
  unwrap(api.PUT(`${ONE}/signals`, { params: { path: { invitation_id: id } }, body: counted }));
