// The quizzes one takes in sessions, as the app reads and answers them.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { QuizExtraTime } from "@/api/types";

const MINE = "/api/v1/me/quizzes" as const;

/** What everything begins with that is kept of one's own quizzes: what changes there is heard of by this name. */
export const MINE_KEY = ["my-quizzes"];

export const myQuizzesQuery = queryOptions({
  queryKey: [...MINE_KEY, "sessions"],
  queryFn: async ({ signal }) => (await unwrap(api.GET(MINE, { signal }))).items,
});

export const myQuizQuery = (quiz: string) =>
  queryOptions({
    queryKey: [...MINE_KEY, "sessions", quiz],
    queryFn: ({ signal }) =>
      unwrap(api.GET(`${MINE}/{quiz_id}`, { params: { path: { quiz_id: quiz } }, signal })),
  });

export function useMyQuizChanges(quiz: string) {
  const cache = useQueryClient();
  const params = { path: { quiz_id: quiz } };
  const refresh = () => cache.invalidateQueries({ queryKey: myQuizzesQuery.queryKey });
  return {
    refresh,
    start: async () => {
      const attempt = await unwrap(
        api.POST(`${MINE}/{quiz_id}/attempts`, { params, body: { notice_accepted: true } }),
      );
      void refresh();
      return attempt;
    },
    withdraw: async () => {
      await unwrap(api.POST(`${MINE}/{quiz_id}/withdrawal`, { params }));
      await refresh();
    },
    ask: async (extraTime: QuizExtraTime) => {
      const notice = await unwrap(
        api.PUT(`${MINE}/{quiz_id}/adjustment-request`, {
          params,
          body: { extra_time: extraTime },
        }),
      );
      cache.setQueryData(myQuizQuery(quiz).queryKey, notice);
      return notice;
    },
  };
}
