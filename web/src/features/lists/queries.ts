// Lists of people that recruiters of one company keep, and the people on them.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type {
  AddedCandidates,
  CandidateList,
  CandidateStage,
  ListAccess,
  ListBody,
} from "@/api/types";
import { ifMatch } from "@/api/version";

const ALL = "/api/v1/candidate-lists" as const;
const ONE = `${ALL}/{id}` as const;
const PEOPLE = `${ONE}/candidates` as const;
const PERSON = `${PEOPLE}/{candidate_id}` as const;
const ACCESS = `${ONE}/access/{recruiter_id}` as const;
const KEY = ["candidate-lists"];
const PAGE = 20;
/** Most rows of a page, and most people of a request. */
const MOST = 100;
export const AT_ONCE = 50;

const next = (page: { next_cursor?: string | null }) => page.next_cursor ?? null;
const from = (cursor: string | null) => (cursor ? { cursor } : {});

export const useLists = () =>
  useInfiniteQuery({
    queryKey: [...KEY, "list"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET(ALL, { params: { query: { limit: PAGE, ...from(pageParam) } }, signal })),
    getNextPageParam: next,
  });

/** Every list, for a choice among them: there are five hundred at most. */
export const allListsQuery = queryOptions({
  queryKey: [...KEY, "all"],
  queryFn: async ({ signal }): Promise<CandidateList[]> => {
    const found: CandidateList[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = { limit: MOST, ...from(cursor) };
      const page = await unwrap(api.GET(ALL, { params: { query }, signal }));
      found.push(...page.items);
      cursor = page.next_cursor ?? null;
    } while (cursor);
    return found;
  },
});

export const listQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, "one", id],
    queryFn: ({ signal }) => unwrap(api.GET(ONE, { params: { path: { id } }, signal })),
  });

/** The people of a list, those added last first; a page counts as a search. */
export const useCandidates = (id: string, stage: CandidateStage | null) =>
  useInfiniteQuery({
    queryKey: [...KEY, "people", id, stage],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(stage ? { stage } : {}), ...from(pageParam) };
      return unwrap(api.GET(PEOPLE, { params: { path: { id }, query }, signal }));
    },
    getNextPageParam: next,
  });

/** With whom a list is shared. */
export const listAccessQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, "access", id],
    queryFn: async ({ signal }) => {
      const params = { path: { id }, query: { limit: MOST } };
      return (await unwrap(api.GET(`${ONE}/access`, { params, signal }))).items;
    },
  });

/** Every change of lists; whatever comes of it, what is shown of them is asked for again. */
export function useListChanges() {
  const cache = useQueryClient();
  const then = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      void cache.invalidateQueries({ queryKey: KEY });
    }
  };
  const person = (id: string, candidate: string) => ({
    params: { path: { id, candidate_id: candidate } },
  });
  const colleague = (id: string, recruiter: string) => ({
    params: { path: { id, recruiter_id: recruiter } },
  });
  return {
    create: (body: ListBody) => then(unwrap(api.POST(ALL, { body }))),
    update: (id: string, version: number, body: ListBody) =>
      then(unwrap(api.PUT(ONE, { params: { path: { id }, header: ifMatch(version) }, body }))),
    remove: async (id: string) => {
      await unwrap(api.DELETE(ONE, { params: { path: { id } } }));
      forget(cache, id);
    },
    add: async (id: string, profiles: readonly string[]) => {
      const added = await then(addAll(id, profiles));
      // Where names are withheld, those of the people on a list are shown from now on.
      void cache.invalidateQueries({ queryKey: ["profiles"] });
      return added;
    },
    setStage: (id: string, candidate: string, stage: CandidateStage) =>
      then(unwrap(api.PATCH(PERSON, { ...person(id, candidate), body: { stage } }))),
    take: (id: string, candidate: string) =>
      then(unwrap(api.DELETE(PERSON, person(id, candidate)))),
    move: (id: string, to: string, candidates: string[]) =>
      then(
        unwrap(api.POST(`${PEOPLE}/move`, { params: { path: { id } }, body: { to, candidates } })),
      ),
    give: (id: string, recruiter: string, access: ListAccess) =>
      then(unwrap(api.PUT(ACCESS, { ...colleague(id, recruiter), body: { access } }))),
    withdraw: (id: string, recruiter: string) =>
      then(unwrap(api.DELETE(ACCESS, colleague(id, recruiter)))),
    /** Gives up one's own access: to oneself there is no such list any more. */
    leave: async (id: string, me: string) => {
      await unwrap(api.DELETE(ACCESS, colleague(id, me)));
      forget(cache, id);
    },
  };
}

/** What is gone is not asked for again. */
function forget(cache: ReturnType<typeof useQueryClient>, id: string) {
  for (const part of ["list", "all"]) void cache.invalidateQueries({ queryKey: [...KEY, part] });
  for (const part of ["one", "people", "access"]) {
    cache.removeQueries({ queryKey: [...KEY, part, id], type: "inactive" });
  }
}

/** However many were picked: as many requests as it takes. */
async function addAll(id: string, profiles: readonly string[]): Promise<AddedCandidates> {
  const all: AddedCandidates = { added: [], already_there: [], unavailable: [] };
  for (let at = 0; at < profiles.length; at += AT_ONCE) {
    const body = { profiles: profiles.slice(at, at + AT_ONCE) };
    const some = await unwrap(api.POST(PEOPLE, { params: { path: { id } }, body }));
    all.added.push(...some.added);
    all.already_there.push(...some.already_there);
    all.unavailable.push(...some.unavailable);
  }
  return all;
}
