// A quiz of a session, as those who train and run it read and write it.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { type Download, downloaded } from "@/api/download";
import type {
  QuizAdjustment,
  QuizAttachment,
  QuizCopy,
  QuizCorrectionPreview,
  QuizExtraTime,
  QuizGradeBody,
  QuizRulesBody,
} from "@/api/types";
import { ifMatch } from "@/api/version";
import { bytes } from "./bankQueries";

/** Where a quiz of a session stands. */
export interface Place {
  organisation: string;
  session: string;
  quiz: string;
}

const ONE = "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}" as const;

const pathOf = ({ organisation, session, quiz }: Place) => ({
  id: organisation,
  session_id: session,
  quiz_id: quiz,
});

const key = ({ organisation, session, quiz }: Place) => [
  "organisation",
  organisation,
  "session",
  session,
  "quiz",
  quiz,
];

export const attachmentQuery = (place: Place) =>
  queryOptions({
    queryKey: [...key(place), "attachment"],
    queryFn: ({ signal }) =>
      unwrap(api.GET(`${ONE}/attachment`, { params: { path: pathOf(place) }, signal })),
  });

export const resultsQuery = (place: Place) =>
  queryOptions({
    queryKey: [...key(place), "results"],
    queryFn: ({ signal }) =>
      unwrap(api.GET(`${ONE}/results`, { params: { path: pathOf(place) }, signal })),
  });

export const statisticsQuery = (place: Place) =>
  queryOptions({
    queryKey: [...key(place), "statistics"],
    queryFn: ({ signal }) =>
      unwrap(api.GET(`${ONE}/statistics`, { params: { path: pathOf(place) }, signal })),
  });

export const attemptDetailsQuery = (place: Place, attempt: string) =>
  queryOptions({
    queryKey: [...key(place), "attempts", attempt],
    queryFn: ({ signal }) => {
      const path = { ...pathOf(place), attempt_id: attempt };
      return unwrap(api.GET(`${ONE}/attempts/{attempt_id}`, { params: { path }, signal }));
    },
  });

export const copiesQuery = (place: Place, graded: boolean) =>
  queryOptions({
    queryKey: [...key(place), "copies", graded],
    queryFn: async ({ signal }) => {
      const params = { path: pathOf(place), query: { graded } };
      return (await unwrap(api.GET(`${ONE}/copies`, { params, signal }))).items;
    },
  });

export const adjustmentsQuery = (place: Place) =>
  queryOptions({
    queryKey: [...key(place), "adjustments"],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET(`${ONE}/adjustments`, { params: { path: pathOf(place) }, signal })))
        .items,
  });

export const correctionsQuery = (place: Place) =>
  queryOptions({
    queryKey: [...key(place), "corrections"],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET(`${ONE}/corrections`, { params: { path: pathOf(place) }, signal })))
        .items,
  });

export const copyFile =
  (place: Place, copy: string) =>
  (file: string): Promise<Blob> =>
    bytes(
      api.GET(`${ONE}/copies/{copy_id}/files/{file_id}`, {
        params: { path: { ...pathOf(place), copy_id: copy, file_id: file } },
        parseAs: "blob",
      }),
    );

export const exportResults = (place: Place): Promise<Download> =>
  downloaded(
    api.GET(`${ONE}/results-export`, { params: { path: pathOf(place) }, parseAs: "blob" }),
    "quiz.csv",
  );

export function useSessionQuiz(place: Place) {
  const cache = useQueryClient();
  const path = pathOf(place);
  const versioned = (version: number) => ({ params: { path, header: ifMatch(version) } });
  const refresh = () => cache.invalidateQueries({ queryKey: key(place) });
  const settle = async (view: QuizAttachment): Promise<QuizAttachment> => {
    cache.setQueryData(attachmentQuery(place).queryKey, view);
    // The place itself bears this version too: the list of the session's quizzes is read anew.
    const { organisation, session } = place;
    const list = ["organisation", organisation, "session", session, "quizzes"];
    await cache.invalidateQueries({ queryKey: list });
    return view;
  };
  return {
    attach: async (version: number, quiz: string, revision: number | null) =>
      settle(
        await unwrap(
          api.PUT(`${ONE}/attachment`, {
            ...versioned(version),
            body: { quiz_id: quiz, revision },
          }),
        ),
      ),
    detach: async (version: number) =>
      settle(await unwrap(api.DELETE(`${ONE}/attachment`, versioned(version)))),
    writeRules: async (version: number, body: QuizRulesBody) =>
      settle(await unwrap(api.PUT(`${ONE}/rules`, { ...versioned(version), body }))),
    publish: async (attempts: string[] | null) => {
      const body = { attempt_ids: attempts };
      const done = await unwrap(api.POST(`${ONE}/publication`, { params: { path }, body }));
      await refresh();
      return done.published.length;
    },
    grade: async ({ copy_id: copy, question, version }: QuizCopy, body: QuizGradeBody) => {
      const graded = await unwrap(
        api.PUT(`${ONE}/copies/{copy_id}/grades/{question_id}`, {
          params: {
            path: { ...path, copy_id: copy, question_id: question.question_id },
            header: ifMatch(version),
          },
          body,
        }),
      );
      void cache.invalidateQueries({ queryKey: resultsQuery(place).queryKey });
      return graded;
    },
    adjust: async (
      { enrolment_id: enrolment, version }: QuizAdjustment,
      extraTime: QuizExtraTime,
      extraAttempts: number,
    ) => {
      const adjusted = await unwrap(
        api.PUT(`${ONE}/adjustments/{enrolment_id}`, {
          params: { path: { ...path, enrolment_id: enrolment }, header: ifMatch(version) },
          body: { extra_time: extraTime, extra_attempts: extraAttempts },
        }),
      );
      await cache.invalidateQueries({ queryKey: adjustmentsQuery(place).queryKey });
      return adjusted;
    },
    previewCorrection: (question: string, number: number) =>
      unwrap(
        api.POST(`${ONE}/correction-preview`, {
          params: { path },
          body: { question_id: question, number },
        }),
      ),
    correct: async (preview: QuizCorrectionPreview, reason: string) => {
      const { question_id: question, number, seen } = preview;
      const done = await unwrap(
        api.POST(`${ONE}/corrections`, {
          params: { path },
          body: { question_id: question, number, reason, seen },
        }),
      );
      await refresh();
      return done;
    },
  };
}
