// What new releases of the catalogue say otherwise than the trainings of an organisation, and the decisions about it.
import {
  type InfiniteData,
  queryOptions,
  useInfiniteQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Answer, CatalogNotice, NoticeDecision } from "@/api/types";
import { decidedBefore, refusalOf } from "./refusal";
import type { NoticeFilter } from "./url";

const PATH = "/api/v1/organisations/{id}/catalog-notices" as const;
const PAGE = 50;
/** What waits is counted up to here, trainings are offered up to here. */
export const MOST = 100;
/** The publisher brings out two or three releases a year. */
const RELEASES = 12;

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

/** How well the organisation was aligned with each release, newest first: more than people look back at. */
export const alignmentsQuery = (organisation: string) =>
  queryOptions({
    queryKey: [...noticesKey(organisation), "alignments"],
    queryFn: async ({ signal }) => {
      const params = { path: { id: organisation }, query: { limit: RELEASES } };
      const page = await unwrap(
        api.GET("/api/v1/organisations/{id}/catalog-alignments", { params, signal }),
      );
      return page.items;
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

type Pages = InfiniteData<Answer<"list_catalog_notices">>;

type Change = (notice: CatalogNotice) => CatalogNotice;

const changed = (data: Pages, change: Change): Pages => ({
  ...data,
  pages: data.pages.map((page) => ({ ...page, items: page.items.map(change) })),
});

/**
 * Decides what becomes of a line. A decided line stays where it is until the list is opened anew, so that everybody
 * sees what came of it.
 */
export function useNoticeDecision(organisation: string) {
  const cache = useQueryClient();
  const change = (how: Change) =>
    cache.setQueriesData<Pages>({ queryKey: listKey(organisation) }, (data) =>
      data ? changed(data, how) : undefined,
    );
  const show = (next: CatalogNotice) => change((item) => (item.id === next.id ? next : item));
  return async (notice: CatalogNotice, decision: NoticeDecision) => {
    const path = { id: organisation, notice_id: notice.id };
    // Keeping writes nothing but the decision: it is shown at once.
    if (decision === "kept") show({ ...notice, decision });
    try {
      const body = { decision };
      show(await unwrap(api.POST(`${PATH}/{notice_id}/decision`, { params: { path }, body })));
    } catch (error) {
      show({ ...notice, decision: decidedBefore(error) });
      // Put away meanwhile: none of its lines can be accepted any more.
      if (refusalOf(error) === "archived") {
        change((item) =>
          item.training_id === notice.training_id ? { ...item, training_status: "archived" } : item,
        );
      }
      throw error;
    } finally {
      // The other lists and the training itself are asked for when they are next looked at; the count at once.
      const queryKey = ["organisation", organisation];
      await cache.invalidateQueries({ queryKey, refetchType: "none" });
      void cache.invalidateQueries({ queryKey: waitingQuery(organisation).queryKey });
    }
  };
}
