// Those whom a company invites to a quiz, and what came of it, as its recruiters read and write them.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { QuizInvitationState, QuizInvitationsBody } from "@/api/types";
import { COMPANY, keyOf } from "./owner";
import { companyPlace, placeKey, resultsKey } from "./placeQueries";

const ONE = "/api/v1/company/quizzes/{quiz_id}" as const;

const at = (quiz: string) => ({ path: { quiz_id: quiz } });
const ofQuiz = (quiz: string): string[] => placeKey(companyPlace(quiz));
const invitationsKey = (quiz: string): string[] => [...ofQuiz(quiz), "invitations"];

export function useInvitations(quiz: string, state: QuizInvitationState | null) {
  return useInfiniteQuery({
    queryKey: [...invitationsKey(quiz), state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
      return unwrap(api.GET(`${ONE}/invitations`, { params: { ...at(quiz), query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

export const candidatesQuery = (quiz: string) =>
  queryOptions({
    queryKey: resultsKey(companyPlace(quiz)),
    queryFn: ({ signal }) => unwrap(api.GET(`${ONE}/results`, { params: at(quiz), signal })),
  });

export const candidateQuery = (quiz: string, invitation: string) =>
  queryOptions({
    queryKey: [...resultsKey(companyPlace(quiz)), invitation],
    queryFn: ({ signal }) => {
      const params = { path: { quiz_id: quiz, invitation_id: invitation } };
      return unwrap(api.GET(`${ONE}/candidates/{invitation_id}`, { params, signal }));
    },
  });

export const comparisonQuery = (quiz: string, invitations: readonly string[]) =>
  queryOptions({
    queryKey: [...resultsKey(companyPlace(quiz)), "comparison", ...invitations],
    queryFn: ({ signal }) => {
      const query = { invitations: invitations.join(",") };
      return unwrap(api.GET(`${ONE}/comparison`, { params: { ...at(quiz), query }, signal }));
    },
  });

export function useCandidates(quiz: string) {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: ofQuiz(quiz) });
  return {
    invite: async (body: QuizInvitationsBody) => {
      const sent = await unwrap(api.POST(`${ONE}/invitations`, { params: at(quiz), body }));
      // How many it was sent to stands in the list, too.
      void cache.invalidateQueries({ queryKey: [...keyOf(COMPANY), "quizzes"] });
      await refresh();
      return sent;
    },
    takeBack: async (invitation: string) => {
      const params = { path: { quiz_id: quiz, invitation_id: invitation } };
      await unwrap(api.POST(`${ONE}/invitations/{invitation_id}/withdrawal`, { params }));
      await refresh();
    },
    /** Publishes what is graded: of these, or of everybody; answers of how many. */
    publish: async (invitations: string[] | null) => {
      const body = { invitation_ids: invitations };
      const done = await unwrap(api.POST(`${ONE}/publication`, { params: at(quiz), body }));
      await refresh();
      return done.published.length;
    },
  };
}
