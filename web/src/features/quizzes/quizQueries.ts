// Quizzes as the app reads and writes them.
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Quiz, QuizBody, QuizSummary } from "@/api/types";
import { ifMatch } from "@/api/version";
import { addressOf, idOf, keyOf, type Owner } from "./owner";
import type { QuizFilter } from "./url";

const QUIZZES = "/api/v1/organisations/{id}/quizzes" as const;
const ONE = `${QUIZZES}/{quiz_id}` as const;

const listKey = (owner: Owner) => [...keyOf(owner), "quizzes"];
const quizKey = (owner: Owner, quiz: string) => [...keyOf(owner), "quiz", quiz];

interface Versioned {
  id: string;
  version: number;
}

export function useQuizzes(owner: Owner, filter: QuizFilter) {
  const { words, kind, status } = filter;
  return useInfiniteQuery({
    queryKey: [...listKey(owner), filter],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...(words === "" ? {} : { q: words }),
        ...(kind ? { kind } : {}),
        ...(status ? { status } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return unwrap(
        api.GET(addressOf(owner, QUIZZES), { params: { path: idOf(owner), query }, signal }),
      );
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

/** Published quizzes that hold these words, to be chosen from. */
export const quizMatchesQuery = (owner: Owner, words: string) =>
  queryOptions({
    queryKey: [...listKey(owner), "matches", words],
    enabled: words !== "",
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { q: words, status: "published" as const, limit: 20 };
      const params = { path: idOf(owner), query };
      return (await unwrap(api.GET(addressOf(owner, QUIZZES), { params, signal }))).items;
    },
  });

/** Every published quiz, the last written first. */
export const publishedQuery = (owner: Owner) =>
  queryOptions({
    queryKey: [...listKey(owner), "published"],
    queryFn: async ({ signal }) => {
      const all: QuizSummary[] = [];
      let cursor: string | null = null;
      do {
        const query = {
          status: "published" as const,
          limit: 100,
          ...(cursor ? { cursor } : {}),
        };
        const params = { path: idOf(owner), query };
        const page: { items: QuizSummary[]; next_cursor?: string | null } = await unwrap(
          api.GET(addressOf(owner, QUIZZES), { params, signal }),
        );
        all.push(...page.items);
        cursor = page.next_cursor ?? null;
      } while (cursor);
      return all;
    },
  });

export const quizQuery = (owner: Owner, quiz: string) =>
  queryOptions({
    queryKey: quizKey(owner, quiz),
    queryFn: ({ signal }) => {
      const params = { path: { ...idOf(owner), quiz_id: quiz } };
      return unwrap(api.GET(addressOf(owner, ONE), { params, signal }));
    },
  });

export const revisionsQuery = (owner: Owner, quiz: string) =>
  queryOptions({
    queryKey: [...quizKey(owner, quiz), "revisions"],
    queryFn: async ({ signal }) => {
      const params = { path: { ...idOf(owner), quiz_id: quiz } };
      return (await unwrap(api.GET(addressOf(owner, `${ONE}/revisions`), { params, signal })))
        .items;
    },
  });

export const revisionQuery = (owner: Owner, quiz: string, number: number) =>
  queryOptions({
    queryKey: [...quizKey(owner, quiz), "revisions", number],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => {
      const params = { path: { ...idOf(owner), quiz_id: quiz, number } };
      return unwrap(api.GET(addressOf(owner, `${ONE}/revisions/{number}`), { params, signal }));
    },
  });

export function useQuizChanges(owner: Owner) {
  const cache = useQueryClient();
  const at = ({ id, version }: Versioned) => ({
    params: { path: { ...idOf(owner), quiz_id: id }, header: ifMatch(version) },
  });
  const settle = async (view: Quiz): Promise<Quiz> => {
    cache.setQueryData(quizQuery(owner, view.id).queryKey, view);
    void cache.invalidateQueries({
      queryKey: revisionsQuery(owner, view.id).queryKey,
      exact: true,
    });
    await cache.invalidateQueries({ queryKey: listKey(owner) });
    return view;
  };
  return {
    create: async (body: QuizBody) =>
      settle(
        await unwrap(api.POST(addressOf(owner, QUIZZES), { params: { path: idOf(owner) }, body })),
      ),
    write: async (quiz: Versioned, body: QuizBody) =>
      settle(await unwrap(api.PUT(addressOf(owner, ONE), { ...at(quiz), body }))),
    publish: async (quiz: Versioned) =>
      settle(await unwrap(api.POST(addressOf(owner, `${ONE}/publish`), at(quiz)))),
    archive: async (quiz: Versioned) =>
      settle(await unwrap(api.POST(addressOf(owner, `${ONE}/archive`), at(quiz)))),
    restore: async (quiz: Versioned) =>
      settle(await unwrap(api.POST(addressOf(owner, `${ONE}/restore`), at(quiz)))),
    discard: async (quiz: Versioned) =>
      settle(await unwrap(api.DELETE(addressOf(owner, `${ONE}/draft`), at(quiz)))),
    duplicate: async ({ id }: Versioned) => {
      const params = { path: { ...idOf(owner), quiz_id: id } };
      return settle(await unwrap(api.POST(addressOf(owner, `${ONE}/duplicate`), { params })));
    },
    remove: async (quiz: Versioned) => {
      await unwrap(api.DELETE(addressOf(owner, ONE), at(quiz)));
      cache.removeQueries({ queryKey: quizKey(owner, quiz.id) });
      await cache.invalidateQueries({ queryKey: listKey(owner) });
    },
  };
}
