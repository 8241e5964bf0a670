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
import type { BankFilter } from "./url";

const BANK = "/api/v1/organisations/{id}/questions" as const;
const ONE = `${BANK}/{question_id}` as const;
const IMPORTS = "/api/v1/organisations/{id}/question-imports" as const;

export const bankKey = (organisation: string) => ["organisation", organisation, "questions"];
const questionKey = (organisation: string, question: string) => [
  "organisation",
  organisation,
  "question",
  question,
];

const asked = ({ words, kind, tag, skill }: BankFilter) => ({
  ...(words === "" ? {} : { q: words }),
  ...(kind ? { kind } : {}),
  ...(tag === "" ? {} : { tag }),
  ...(skill === "" ? {} : { skill }),
});

export function useQuestions(organisation: string, filter: BankFilter) {
  return useInfiniteQuery({
    queryKey: [...bankKey(organisation), filter],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...asked(filter),
        archived: filter.archived,
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return unwrap(api.GET(BANK, { params: { path: { id: organisation }, query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

/** The questions in use that hold these words, to be chosen from. */
export const questionMatchesQuery = (organisation: string, words: string) =>
  queryOptions({
    queryKey: [...bankKey(organisation), "matches", words],
    enabled: words !== "",
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { q: words, archived: false, limit: 20 };
      const params = { path: { id: organisation }, query };
      return (await unwrap(api.GET(BANK, { params, signal }))).items;
    },
  });

export const tagsQuery = (organisation: string) =>
  queryOptions({
    queryKey: [...bankKey(organisation), "tags"],
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation } };
      const call = api.GET("/api/v1/organisations/{id}/question-tags", { params, signal });
      return (await unwrap(call)).items;
    },
  });

export const questionQuery = (organisation: string, question: string) =>
  queryOptions({
    queryKey: questionKey(organisation, question),
    queryFn: ({ signal }) => {
      const path = { id: organisation, question_id: question };
      return unwrap(api.GET(ONE, { params: { path }, signal }));
    },
  });

export const versionsQuery = (organisation: string, question: string) =>
  queryOptions({
    queryKey: [...questionKey(organisation, question), "versions"],
    queryFn: async ({ signal }) => {
      const path = { id: organisation, question_id: question };
      return (await unwrap(api.GET(`${ONE}/versions`, { params: { path }, signal }))).items;
    },
  });

export const versionQuery = (organisation: string, question: string, number: number) =>
  queryOptions({
    queryKey: [...questionKey(organisation, question), "versions", number],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => {
      const path = { id: organisation, question_id: question, number };
      return unwrap(api.GET(`${ONE}/versions/{number}`, { params: { path }, signal }));
    },
  });

/** The bytes of an answer that is a file. */
export const bytes = async (call: Parameters<typeof downloaded>[0]): Promise<Blob> =>
  (await downloaded(call, "")).content;

export const questionImage =
  (organisation: string, question: string) =>
  (file: string): Promise<Blob> =>
    bytes(
      api.GET(`${ONE}/images/{file_id}`, {
        params: { path: { id: organisation, question_id: question, file_id: file } },
        parseAs: "blob",
      }),
    );

export const exportQuestions = (
  organisation: string,
  filter: BankFilter,
  format: QuestionFormat,
): Promise<Download> =>
  downloaded(
    api.GET("/api/v1/organisations/{id}/question-export", {
      params: { path: { id: organisation }, query: { format, ...asked(filter) } },
      parseAs: "blob",
    }),
    `questions.${format === "csv" ? "csv" : "gift.txt"}`,
  );

export function useBankChanges(organisation: string) {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: bankKey(organisation) });
  const at = ({ id, version }: { id: string; version: number }) => ({
    params: { path: { id: organisation, question_id: id }, header: ifMatch(version) },
  });
  const settle = async (view: BankQuestion): Promise<BankQuestion> => {
    const key = questionKey(organisation, view.id);
    cache.setQueryData(questionQuery(organisation, view.id).queryKey, view);
    void cache.invalidateQueries({ queryKey: [...key, "versions"], exact: true });
    await refresh();
    return view;
  };
  return {
    create: async (body: QuestionBody) =>
      settle(await unwrap(api.POST(BANK, { params: { path: { id: organisation } }, body }))),
    write: async (question: { id: string; version: number }, body: QuestionBody) =>
      settle(await unwrap(api.PUT(ONE, { ...at(question), body }))),
    archive: async (question: { id: string; version: number }) =>
      settle(await unwrap(api.POST(`${ONE}/archive`, at(question)))),
    restore: async (question: { id: string; version: number }) =>
      settle(await unwrap(api.POST(`${ONE}/restore`, at(question)))),
  };
}

export function useQuestionImports(organisation: string) {
  const cache = useQueryClient();
  return {
    /** Reads a file; nothing is written yet. */
    read: (file: File, format: QuestionFormat) =>
      unwrap(
        api.POST(IMPORTS, {
          params: { path: { id: organisation }, query: { format } },
          // The body is the file itself, which the schema can only call bytes.
          body: file as unknown as number[],
          bodySerializer: (sent: unknown) => sent as BodyInit,
          headers: { "content-type": "application/octet-stream" },
        }),
      ),
    confirm: async (id: string, skipErrors: boolean) => {
      const done = await unwrap(
        api.POST(`${IMPORTS}/{import_id}/confirm`, {
          params: { path: { id: organisation, import_id: id } },
          body: { skip_errors: skipErrors },
        }),
      );
      await cache.invalidateQueries({ queryKey: bankKey(organisation) });
      return done;
    },
  };
}
