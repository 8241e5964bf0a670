// The bank of questions as the app reads and writes it.
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { type Download, downloaded } from "@/api/download";
import type { BankQuestion, QuestionBody, QuestionFormat } from "@/api/types";
import { ifMatch } from "@/api/version";
import { addressOf, idOf, type Owner, keyOf as ownerKey } from "./owner";
import type { BankFilter } from "./url";

const BANK = "/api/v1/organisations/{id}/questions" as const;
const ONE = `${BANK}/{question_id}` as const;
const IMPORTS = "/api/v1/organisations/{id}/question-imports" as const;

export const bankKey = (owner: Owner) => [...ownerKey(owner), "questions"];
const questionKey = (owner: Owner, question: string) => [...ownerKey(owner), "question", question];

const asked = ({ words, kind, tag, skill }: BankFilter) => ({
  ...(words === "" ? {} : { q: words }),
  ...(kind ? { kind } : {}),
  ...(tag === "" ? {} : { tag }),
  ...(skill === "" ? {} : { skill }),
});

export function useQuestions(owner: Owner, filter: BankFilter) {
  return useInfiniteQuery({
    queryKey: [...bankKey(owner), filter],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...asked(filter),
        archived: filter.archived,
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return unwrap(
        api.GET(addressOf(owner, BANK), { params: { path: idOf(owner), query }, signal }),
      );
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

/** The questions in use that hold these words, to be chosen from. */
export const questionMatchesQuery = (owner: Owner, words: string) =>
  queryOptions({
    queryKey: [...bankKey(owner), "matches", words],
    enabled: words !== "",
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { q: words, archived: false, limit: 20 };
      const params = { path: idOf(owner), query };
      return (await unwrap(api.GET(addressOf(owner, BANK), { params, signal }))).items;
    },
  });

export const tagsQuery = (owner: Owner) =>
  queryOptions({
    queryKey: [...bankKey(owner), "tags"],
    queryFn: async ({ signal }) => {
      const params = { path: idOf(owner) };
      const call = api.GET(addressOf(owner, "/api/v1/organisations/{id}/question-tags"), {
        params,
        signal,
      });
      return (await unwrap(call)).items;
    },
  });

export const questionQuery = (owner: Owner, question: string) =>
  queryOptions({
    queryKey: questionKey(owner, question),
    queryFn: ({ signal }): Promise<BankQuestion> => {
      const path = { ...idOf(owner), question_id: question };
      return unwrap(api.GET(addressOf(owner, ONE), { params: { path }, signal }));
    },
  });

export const versionsQuery = (owner: Owner, question: string) =>
  queryOptions({
    queryKey: [...questionKey(owner, question), "versions"],
    queryFn: async ({ signal }) => {
      const path = { ...idOf(owner), question_id: question };
      return (
        await unwrap(api.GET(addressOf(owner, `${ONE}/versions`), { params: { path }, signal }))
      ).items;
    },
  });

export const versionQuery = (owner: Owner, question: string, number: number) =>
  queryOptions({
    queryKey: [...questionKey(owner, question), "versions", number],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => {
      const path = { ...idOf(owner), question_id: question, number };
      return unwrap(
        api.GET(addressOf(owner, `${ONE}/versions/{number}`), { params: { path }, signal }),
      );
    },
  });

/** The bytes of an answer that is a file. */
export const bytes = async (call: Parameters<typeof downloaded>[0]): Promise<Blob> =>
  (await downloaded(call, "")).content;

export const questionImage =
  (owner: Owner, question: string) =>
  (file: string): Promise<Blob> =>
    bytes(
      api.GET(addressOf(owner, `${ONE}/images/{file_id}`), {
        params: { path: { ...idOf(owner), question_id: question, file_id: file } },
        parseAs: "blob",
      }),
    );

export const exportQuestions = (
  owner: Owner,
  filter: BankFilter,
  format: QuestionFormat,
): Promise<Download> =>
  downloaded(
    api.GET(addressOf(owner, "/api/v1/organisations/{id}/question-export"), {
      params: { path: idOf(owner), query: { format, ...asked(filter) } },
      parseAs: "blob",
    }),
    `questions.${format === "csv" ? "csv" : "gift.txt"}`,
  );

export function useBankChanges(owner: Owner) {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: bankKey(owner) });
  const at = ({ id, version }: { id: string; version: number }) => ({
    params: { path: { ...idOf(owner), question_id: id }, header: ifMatch(version) },
  });
  const settle = async (view: BankQuestion): Promise<BankQuestion> => {
    const key = questionKey(owner, view.id);
    cache.setQueryData(questionQuery(owner, view.id).queryKey, view);
    void cache.invalidateQueries({ queryKey: [...key, "versions"], exact: true });
    await refresh();
    return view;
  };
  /** What a move answers leaves out what the question should not ask: it is read anew. */
  const move = async (view: BankQuestion): Promise<BankQuestion> => {
    void cache.invalidateQueries({ queryKey: questionKey(owner, view.id) });
    await refresh();
    return view;
  };
  return {
    create: async (body: QuestionBody) =>
      settle(
        await unwrap(api.POST(addressOf(owner, BANK), { params: { path: idOf(owner) }, body })),
      ),
    write: async (question: { id: string; version: number }, body: QuestionBody) =>
      settle(await unwrap(api.PUT(addressOf(owner, ONE), { ...at(question), body }))),
    archive: async (question: { id: string; version: number }) =>
      move(await unwrap(api.POST(addressOf(owner, `${ONE}/archive`), at(question)))),
    restore: async (question: { id: string; version: number }) =>
      move(await unwrap(api.POST(addressOf(owner, `${ONE}/restore`), at(question)))),
  };
}

export function useQuestionImports(owner: Owner) {
  const cache = useQueryClient();
  return {
    /** Reads a file; nothing is written yet. */
    read: (file: File, format: QuestionFormat) =>
      unwrap(
        api.POST(addressOf(owner, IMPORTS), {
          params: { path: idOf(owner), query: { format } },
          // The body is the file itself, which the schema can only call bytes.
          body: file as unknown as number[],
          bodySerializer: (sent: unknown) => sent as BodyInit,
          headers: { "content-type": "application/octet-stream" },
        }),
      ),
    confirm: async (id: string, skipErrors: boolean) => {
      const done = await unwrap(
        api.POST(addressOf(owner, `${IMPORTS}/{import_id}/confirm`), {
          params: { path: { ...idOf(owner), import_id: id } },
          body: { skip_errors: skipErrors },
        }),
      );
      await cache.invalidateQueries({ queryKey: bankKey(owner) });
      return done;
    },
  };
}
