// An attempt behind its door: the engine is the same in a session, where attempts have ids, and for a company, where an invitation
// has one.
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { type Download, downloaded } from "@/api/download";
import type { KeptAnswers, OwnQuizAttempt, QuizAnswerBody } from "@/api/types";
import { bytes } from "./bankQueries";
import { MINE_KEY } from "./mineQueries";

const IN_SESSION = "/api/v1/me/quiz-attempts/{attempt_id}" as const;
const INVITED = "/api/v1/me/quiz-invitations/{invitation_id}" as const;

/** An attempt with the reading of this device's steady counter at which it arrived. */
export interface ReadAttempt {
  attempt: OwnQuizAttempt;
  at: number;
}

export interface AttemptDoor {
  /** Names what is kept of it, here and in the query cache. */
  name: string;
  read: (signal?: AbortSignal) => Promise<ReadAttempt>;
  save: (answers: QuizAnswerBody[]) => Promise<KeptAnswers>;
  /** Hands it in with these answers. */
  submit: (answers: QuizAnswerBody[]) => Promise<ReadAttempt>;
  /** An image that it shows, or a file that one answered with. */
  file: (file: string) => Promise<Blob>;
  /** What one keeps of it. */
  copy: () => Promise<Download>;
}

const read = async (call: Promise<OwnQuizAttempt>): Promise<ReadAttempt> => {
  const attempt = await call;
  return { attempt, at: performance.now() };
};

export function sessionDoor(id: string): AttemptDoor {
  const params = { path: { attempt_id: id } };
  return {
    name: id,
    read: (signal) => read(unwrap(api.GET(IN_SESSION, { params, ...(signal ? { signal } : {}) }))),
    save: (answers) => unwrap(api.PUT(`${IN_SESSION}/answers`, { params, body: { answers } })),
    submit: (answers) =>
      read(unwrap(api.POST(`${IN_SESSION}/submission`, { params, body: { answers } }))),
    file: (file) =>
      bytes(
        api.GET(`${IN_SESSION}/files/{file_id}`, {
          params: { path: { attempt_id: id, file_id: file } },
          parseAs: "blob",
        }),
      ),
    copy: () => downloaded(api.GET(`${IN_SESSION}/copy`, { params, parseAs: "blob" }), "quiz.json"),
  };
}

export function invitationDoor(id: string): AttemptDoor {
  const params = { path: { invitation_id: id } };
  return {
    name: id,
    read: (signal) =>
      read(unwrap(api.GET(`${INVITED}/attempt`, { params, ...(signal ? { signal } : {}) }))),
    save: (answers) => unwrap(api.PUT(`${INVITED}/answers`, { params, body: { answers } })),
    submit: (answers) =>
      read(unwrap(api.POST(`${INVITED}/submission`, { params, body: { answers } }))),
    file: (file) =>
      bytes(
        api.GET(`${INVITED}/files/{file_id}`, {
          params: { path: { invitation_id: id, file_id: file } },
          parseAs: "blob",
        }),
      ),
    copy: () => downloaded(api.GET(`${INVITED}/copy`, { params, parseAs: "blob" }), "test.json"),
  };
}

export const attemptQuery = ({ name, read: ask }: AttemptDoor) =>
  queryOptions({
    queryKey: [...MINE_KEY, "attempt", name],
    queryFn: ({ signal }) => ask(signal),
    // A clock runs in it: whoever comes back reads it anew.
    staleTime: 0,
    gcTime: 0,
  });
