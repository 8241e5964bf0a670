// A quiz of a session, as those who train and run it read and write it.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { QuizAdjustment, QuizAttachment, QuizExtraTime, QuizRulesBody } from "@/api/types";
import { ifMatch } from "@/api/version";
import { type Place, placeKey, resultsKey } from "./placeQueries";

/** Where a quiz of a session stands. */
export interface SessionPlace extends Place {
  organisation: string;
  session: string;
}

const ONE = "/api/v1/organisations/{id}/sessions/{session_id}/quizzes/{quiz_id}" as const;

const pathOf = ({ organisation, session, quiz }: SessionPlace) => ({
  id: organisation,
  session_id: session,
  quiz_id: quiz,
});

export const attachmentQuery = (place: SessionPlace) =>
  queryOptions({
    queryKey: [...placeKey(place), "attachment"],
    queryFn: ({ signal }) =>
      unwrap(api.GET(`${ONE}/attachment`, { params: { path: pathOf(place) }, signal })),
  });

export const resultsQuery = (place: SessionPlace) =>
  queryOptions({
    queryKey: resultsKey(place),
    queryFn: ({ signal }) =>
      unwrap(api.GET(`${ONE}/results`, { params: { path: pathOf(place) }, signal })),
  });

export const attemptDetailsQuery = (place: SessionPlace, attempt: string) =>
  queryOptions({
    queryKey: [...placeKey(place), "attempts", attempt],
    queryFn: ({ signal }) => {
      const path = { ...pathOf(place), attempt_id: attempt };
      return unwrap(api.GET(`${ONE}/attempts/{attempt_id}`, { params: { path }, signal }));
    },
  });

export const adjustmentsQuery = (place: SessionPlace) =>
  queryOptions({
    queryKey: [...placeKey(place), "adjustments"],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET(`${ONE}/adjustments`, { params: { path: pathOf(place) }, signal })))
        .items,
  });

export function useSessionQuiz(place: SessionPlace) {
  const cache = useQueryClient();
  const path = pathOf(place);
  const versioned = (version: number) => ({ params: { path, header: ifMatch(version) } });
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
      await cache.invalidateQueries({ queryKey: placeKey(place) });
      return done.published.length;
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
  };
}
