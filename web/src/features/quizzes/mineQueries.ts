// The quizzes one takes, as the app reads and answers them.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { type Download, downloaded } from "@/api/download";
import type { MyQuizAttempt, QuizAnswerBody, QuizExtraTime } from "@/api/types";
import { bytes } from "./bankQueries";

const MINE = "/api/v1/me/quizzes" as const;
const ATTEMPT = "/api/v1/me/quiz-attempts/{attempt_id}" as const;

const mineKey = ["me", "quizzes"];

export const myQuizzesQuery = queryOptions({
  queryKey: mineKey,
  queryFn: async ({ signal }) => (await unwrap(api.GET(MINE, { signal }))).items,
});

export const myQuizQuery = (quiz: string) =>
  queryOptions({
    queryKey: [...mineKey, quiz],
    queryFn: ({ signal }) =>
      unwrap(api.GET(`${MINE}/{quiz_id}`, { params: { path: { quiz_id: quiz } }, signal })),
  });

/** An attempt with the reading of this device's steady counter at which it arrived. */
export interface ReadAttempt {
  attempt: MyQuizAttempt;
  at: number;
}

export const readAttempt = async (id: string, signal?: AbortSignal): Promise<ReadAttempt> => {
  const params = { path: { attempt_id: id } };
  const attempt = await unwrap(api.GET(ATTEMPT, { params, ...(signal ? { signal } : {}) }));
  return { attempt, at: performance.now() };
};

export const attemptQuery = (id: string) =>
  queryOptions({
    queryKey: ["me", "quiz-attempt", id],
    queryFn: ({ signal }) => readAttempt(id, signal),
    // A clock runs in it: whoever comes back reads it anew.
    staleTime: 0,
    gcTime: 0,
  });

export const saveAnswers = (id: string, answers: QuizAnswerBody[]) =>
  unwrap(
    api.PUT(`${ATTEMPT}/answers`, { params: { path: { attempt_id: id } }, body: { answers } }),
  );

export const submitAttempt = async (
  id: string,
  answers: QuizAnswerBody[],
): Promise<ReadAttempt> => {
  const params = { path: { attempt_id: id } };
  const attempt = await unwrap(api.POST(`${ATTEMPT}/submission`, { params, body: { answers } }));
  return { attempt, at: performance.now() };
};

export const attemptFile =
  (attempt: string) =>
  (file: string): Promise<Blob> =>
    bytes(
      api.GET(`${ATTEMPT}/files/{file_id}`, {
        params: { path: { attempt_id: attempt, file_id: file } },
        parseAs: "blob",
      }),
    );

export const downloadCopy = ({ id, number }: MyQuizAttempt): Promise<Download> =>
  downloaded(
    api.GET(`${ATTEMPT}/copy`, { params: { path: { attempt_id: id } }, parseAs: "blob" }),
    `quiz-${number}.json`,
  );

export function useMyQuizChanges(quiz: string) {
  const cache = useQueryClient();
  const params = { path: { quiz_id: quiz } };
  const refresh = () => cache.invalidateQueries({ queryKey: mineKey });
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
