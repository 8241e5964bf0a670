// The quizzes of an organisation as the app reads and writes them.
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Quiz, QuizBody } from "@/api/types";
import { ifMatch } from "@/api/version";
import type { QuizFilter } from "./url";

const QUIZZES = "/api/v1/organisations/{id}/quizzes" as const;
const ONE = `${QUIZZES}/{quiz_id}` as const;

const listKey = (organisation: string) => ["organisation", organisation, "quizzes"];
const quizKey = (organisation: string, quiz: string) => [
  "organisation",
  organisation,
  "quiz",
  quiz,
];

interface Versioned {
  id: string;
  version: number;
}

export function useQuizzes(organisation: string, filter: QuizFilter) {
  const { words, kind, status } = filter;
  return useInfiniteQuery({
    queryKey: [...listKey(organisation), filter],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...(words === "" ? {} : { q: words }),
        ...(kind ? { kind } : {}),
        ...(status ? { status } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return unwrap(api.GET(QUIZZES, { params: { path: { id: organisation }, query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

/** Published quizzes that hold these words, to be chosen from. */
export const quizMatchesQuery = (organisation: string, words: string) =>
  queryOptions({
    queryKey: [...listKey(organisation), "matches", words],
    enabled: words !== "",
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { q: words, status: "published" as const, limit: 20 };
      const params = { path: { id: organisation }, query };
      return (await unwrap(api.GET(QUIZZES, { params, signal }))).items;
    },
  });

export const quizQuery = (organisation: string, quiz: string) =>
  queryOptions({
    queryKey: quizKey(organisation, quiz),
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, quiz_id: quiz } };
      return unwrap(api.GET(ONE, { params, signal }));
    },
  });

export const revisionsQuery = (organisation: string, quiz: string) =>
  queryOptions({
    queryKey: [...quizKey(organisation, quiz), "revisions"],
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation, quiz_id: quiz } };
      return (await unwrap(api.GET(`${ONE}/revisions`, { params, signal }))).items;
    },
  });

export const revisionQuery = (organisation: string, quiz: string, number: number) =>
  queryOptions({
    queryKey: [...quizKey(organisation, quiz), "revisions", number],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, quiz_id: quiz, number } };
      return unwrap(api.GET(`${ONE}/revisions/{number}`, { params, signal }));
    },
  });

export function useQuizChanges(organisation: string) {
  const cache = useQueryClient();
  const at = ({ id, version }: Versioned) => ({
    params: { path: { id: organisation, quiz_id: id }, header: ifMatch(version) },
  });
  const settle = async (view: Quiz): Promise<Quiz> => {
    cache.setQueryData(quizQuery(organisation, view.id).queryKey, view);
    void cache.invalidateQueries({
      queryKey: revisionsQuery(organisation, view.id).queryKey,
      exact: true,
    });
    await cache.invalidateQueries({ queryKey: listKey(organisation) });
    return view;
  };
  return {
    create: async (body: QuizBody) =>
      settle(await unwrap(api.POST(QUIZZES, { params: { path: { id: organisation } }, body }))),
    write: async (quiz: Versioned, body: QuizBody) =>
      settle(await unwrap(api.PUT(ONE, { ...at(quiz), body }))),
    publish: async (quiz: Versioned) => settle(await unwrap(api.POST(`${ONE}/publish`, at(quiz)))),
    archive: async (quiz: Versioned) => settle(await unwrap(api.POST(`${ONE}/archive`, at(quiz)))),
    restore: async (quiz: Versioned) => settle(await unwrap(api.POST(`${ONE}/restore`, at(quiz)))),
    discard: async (quiz: Versioned) => settle(await unwrap(api.DELETE(`${ONE}/draft`, at(quiz)))),
    duplicate: async ({ id }: Versioned) => {
      const params = { path: { id: organisation, quiz_id: id } };
      return settle(await unwrap(api.POST(`${ONE}/duplicate`, { params })));
    },
    remove: async (quiz: Versioned) => {
      await unwrap(api.DELETE(ONE, at(quiz)));
      cache.removeQueries({ queryKey: quizKey(organisation, quiz.id) });
      await cache.invalidateQueries({ queryKey: listKey(organisation) });
    },
  };
}
