// A quiz that is taken, in a session or by those whom a company invites: its copies, its figures and its corrected keys.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { type Download, downloaded } from "@/api/download";
import type { QuizCopy, QuizCorrectionPreview, QuizGradeBody } from "@/api/types";
import { ifMatch } from "@/api/version";
import { bytes } from "./bankQueries";
import { addressOf, COMPANY, keyOf, type Owner } from "./owner";

/** Where a quiz is taken. */
export interface Place extends Owner {
  /** The session; null of a company's. */
  session: string | null;
  /** The quiz of the session, or the company's. */
  quiz: string;
}

export const companyPlace = (quiz: string): Place => ({ ...COMPANY, session: null, quiz });

const ONE = "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}" as const;

const pathOf = ({ organisation, session, quiz }: Place) => ({
  id: organisation ?? "",
  session_id: session ?? "",
  quiz_id: quiz,
});

/** What everything begins with that is kept of a quiz that is taken. */
export const placeKey = (place: Place): string[] =>
  place.session === null
    ? [...keyOf(place), "taken", place.quiz]
    : [...keyOf(place), "session", place.session, "quiz", place.quiz];

export const resultsKey = (place: Place): string[] => [...placeKey(place), "results"];

export const statisticsQuery = (place: Place) =>
  queryOptions({
    queryKey: [...placeKey(place), "statistics"],
    queryFn: ({ signal }) => {
      const params = { path: pathOf(place) };
      return unwrap(api.GET(addressOf(place, `${ONE}/statistics`), { params, signal }));
    },
  });

export const copiesQuery = (place: Place, graded: boolean) =>
  queryOptions({
    queryKey: [...placeKey(place), "copies", graded],
    queryFn: async ({ signal }) => {
      const params = { path: pathOf(place), query: { graded } };
      return (await unwrap(api.GET(addressOf(place, `${ONE}/copies`), { params, signal }))).items;
    },
  });

export const correctionsQuery = (place: Place) =>
  queryOptions({
    queryKey: [...placeKey(place), "corrections"],
    queryFn: async ({ signal }) => {
      const params = { path: pathOf(place) };
      const call = api.GET(addressOf(place, `${ONE}/corrections`), { params, signal });
      return (await unwrap(call)).items;
    },
  });

export const copyFile =
  (place: Place, copy: string) =>
  (file: string): Promise<Blob> =>
    bytes(
      api.GET(addressOf(place, `${ONE}/copies/{copy_id}/files/{file_id}`), {
        params: { path: { ...pathOf(place), copy_id: copy, file_id: file } },
        parseAs: "blob",
      }),
    );

export const exportResults = (place: Place): Promise<Download> =>
  downloaded(
    api.GET(addressOf(place, `${ONE}/results-export`), {
      params: { path: pathOf(place) },
      parseAs: "blob",
    }),
    "quiz.csv",
  );

export function usePlace(place: Place) {
  const cache = useQueryClient();
  const path = pathOf(place);
  return {
    grade: async ({ copy_id: copy, question, version }: QuizCopy, body: QuizGradeBody) => {
      const graded = await unwrap(
        api.PUT(addressOf(place, `${ONE}/copies/{copy_id}/grades/{question_id}`), {
          params: {
            path: { ...path, copy_id: copy, question_id: question.question_id },
            header: ifMatch(version),
          },
          body,
        }),
      );
      void cache.invalidateQueries({ queryKey: resultsKey(place) });
      return graded;
    },
    previewCorrection: (question: string, number: number) =>
      unwrap(
        api.POST(addressOf(place, `${ONE}/correction-preview`), {
          params: { path },
          body: { question_id: question, number },
        }),
      ),
    correct: async (preview: QuizCorrectionPreview, reason: string) => {
      const { question_id: question, number, seen } = preview;
      const done = await unwrap(
        api.POST(addressOf(place, `${ONE}/corrections`), {
          params: { path },
          body: { question_id: question, number, reason, seen },
        }),
      );
      await cache.invalidateQueries({ queryKey: placeKey(place) });
      return done;
    },
  };
}
