// What new releases of the catalogue say otherwise than the trainings of an organisation, and the decisions about it.
import {
  type InfiniteData,
  queryOptions,
  useInfiniteQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Answer, CatalogNotice, NoticeDecision } from "@/api/types";
import { decidedBefore } from "./refusal";
import type { NoticeFilter } from "./url";

const PATH = "/api/v1/organisations/{id}/catalog-notices" as const;
const PAGE = 50;
/** What waits is counted up to here, trainings are offered up to here. */
export const MOST = 100;

const noticesKey = (organisation: string) => ["organisation", organisation, "catalog-notices"];
const listKey = (organisation: string) => [...noticesKey(organisation), "list"];

export function useNotices(organisation: string, { wanted, training }: NoticeFilter) {
  return useInfiniteQuery({
    queryKey: [...listKey(organisation), wanted, training],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE,
        ...(wanted === "all" ? {} : { decided: wanted === "decided" }),
        ...(training ? { training_id: training } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return unwrap(api.GET(PATH, { params: { path: { id: organisation }, query }, signal }));
    },
    getNextPageParam: (page) => page.next_cursor ?? null,
  });
}

/** How many lines wait for a decision, and whether there are more than were counted. */
export const waitingQuery = (organisation: string) =>
  queryOptions({
    queryKey: [...noticesKey(organisation), "waiting"],
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation }, query: { decided: false, limit: MOST } };
      const page = await unwrap(api.GET(PATH, { params, signal }));
      return { count: page.items.length, more: Boolean(page.next_cursor) };
    },
  });

/** The trainings to choose from. */
export const trainingChoicesQuery = (organisation: string) =>
  queryOptions({
    queryKey: ["organisation", organisation, "trainings", "choices"],
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation }, query: { limit: MOST } };
      const page = await unwrap(
        api.GET("/api/v1/organisations/{id}/trainings", { params, signal }),
      );
      return page.items.map(({ id, title }) => ({ id, title }));
    },
  });

/** Those that are archived: nothing can be accepted in them. */
export const archivedTrainingsQuery = (organisation: string) =>
  queryOptions({
    queryKey: ["organisation", organisation, "trainings", "archived"],
    queryFn: async ({ signal }) => {
      const archived: string[] = [];
      let cursor: string | null = null;
      do {
        const query = { status: "archived" as const, limit: MOST, ...(cursor ? { cursor } : {}) };
        const params = { path: { id: organisation }, query };
        const page: Answer<"list_trainings"> = await unwrap(
          api.GET("/api/v1/organisations/{id}/trainings", { params, signal }),
        );
        archived.push(...page.items.map(({ id }) => id));
        cursor = page.next_cursor ?? null;
      } while (cursor !== null);
      return archived;
    },
  });

type Pages = InfiniteData<Answer<"list_catalog_notices">>;

const withNotice = (data: Pages, next: CatalogNotice): Pages => ({
  ...data,
  pages: data.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => (item.id === next.id ? next : item)),
  })),
});

/**
 * Decides what becomes of a line. A decided line stays where it is until the list is opened anew, so that everybody
 * sees what came of it.
 */
export function useNoticeDecision(organisation: string) {
  const cache = useQueryClient();
  const show = (next: CatalogNotice) =>
    cache.setQueriesData<Pages>({ queryKey: listKey(organisation) }, (data) =>
      data ? withNotice(data, next) : undefined,
    );
  return async (notice: CatalogNotice, decision: NoticeDecision) => {
    const path = { id: organisation, notice_id: notice.id };
    let refused = false;
    // Keeping writes nothing but the decision: it is shown at once.
    if (decision === "kept") show({ ...notice, decision });
    try {
      const body = { decision };
      show(await unwrap(api.POST(`${PATH}/{notice_id}/decision`, { params: { path }, body })));
    } catch (error) {
      refused = true;
      show({ ...notice, decision: decidedBefore(error) });
      throw error;
    } finally {
      // The other lists and the training itself are asked for when they are next looked at; the count at once.
      const queryKey = ["organisation", organisation];
      await cache.invalidateQueries({ queryKey, refetchType: "none" });
      void cache.invalidateQueries({ queryKey: waitingQuery(organisation).queryKey });
      if (refused) {
        void cache.invalidateQueries({ queryKey: archivedTrainingsQuery(organisation).queryKey });
      }
    }
  };
}
