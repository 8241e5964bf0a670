// Offers the company writes and sends. Whatever is below `sent-offers` is asked for again when one of them moves.
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { Body } from "@/api/bodies";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import { ifMatch } from "@/api/version";
import type { Offer, OfferDraft, OfferState } from "../shared/types";
import type { OfferFilter } from "./url";

const KEY = ["sent-offers"];
const ALL = "/api/v1/offers" as const;
const ONE = `${ALL}/{id}` as const;
const RECIPIENTS = `${ONE}/recipients` as const;
const RECIPIENT = `${RECIPIENTS}/{recipient_id}` as const;
const PAGE = 20;
/** An offer has fifty people at most: one page holds them all. */
const WHOLE = 100;

export const useOffers = (filter: OfferFilter) =>
  useInfiniteQuery({
    queryKey: [...KEY, "list", filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET(ALL, {
          params: {
            query: {
              limit: PAGE,
              ...(filter.status ? { status: filter.status } : {}),
              ...(filter.state ? { state: filter.state } : {}),
              ...(filter.mine ? { mine: true } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? null,
    placeholderData: keepPreviousData,
  });

/** One's drafts and those of colleagues, for whoever adds people to one. */
export const draftsQuery = queryOptions({
  queryKey: [...KEY, "drafts"],
  queryFn: async ({ signal }) => {
    const params = { query: { status: "draft" as const, limit: WHOLE } };
    return (await unwrap(api.GET(ALL, { params, signal }))).items;
  },
});

export const offerQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, "one", id],
    queryFn: ({ signal }) => unwrap(api.GET(ONE, { params: { path: { id } }, signal })),
  });

export const recipientsQuery = (id: string, state: OfferState | null) =>
  queryOptions({
    queryKey: [...KEY, "one", id, "recipients", state],
    queryFn: async ({ signal }) => {
      const query = { limit: WHOLE, ...(state ? { state } : {}) };
      const params = { path: { id }, query };
      return (await unwrap(api.GET(RECIPIENTS, { params, signal }))).items;
    },
    placeholderData: keepPreviousData,
  });

/** What one person shares, and what happened. The person reads that it was looked at: it is asked for on demand only. */
export const recipientQuery = (id: string, recipient: string) =>
  queryOptions({
    queryKey: [...KEY, "one", id, "recipient", recipient],
    queryFn: ({ signal }) =>
      unwrap(api.GET(RECIPIENT, { params: { path: { id, recipient_id: recipient } }, signal })),
  });

/** As the person reads it; of nobody in particular where none of those chosen is named. */
export const previewQuery = (id: string, recipient: string | null) =>
  queryOptions({
    queryKey: [...KEY, "one", id, "preview", recipient],
    queryFn: ({ signal }) => {
      const query = recipient ? { recipient } : {};
      return unwrap(api.GET(`${ONE}/preview`, { params: { path: { id }, query }, signal }));
    },
    placeholderData: keepPreviousData,
  });

export const usePool = () =>
  useInfiniteQuery({
    queryKey: [...KEY, "pool"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/talent-pool", {
          params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

/** The quizzes of the company that can go with an offer. */
export const publishedQuizzesQuery = queryOptions({
  queryKey: ["company-quizzes", "published"],
  queryFn: async ({ signal }) => {
    const params = { query: { status: "published" as const, limit: WHOLE } };
    return (await unwrap(api.GET("/api/v1/company/quizzes", { params, signal }))).items;
  },
});

export const offerFile = (id: string) =>
  downloaded(api.GET(`${ONE}/file`, { params: { path: { id } }, parseAs: "blob" }), "offre.pdf");

export const sharedFile = (share: string, name: string) =>
  downloaded(
    api.GET("/api/v1/shares/{id}/file", { params: { path: { id: share } }, parseAs: "blob" }),
    name,
  );

export const offerExport = (id: string) =>
  downloaded(
    api.GET(`${ONE}/recipients-export`, { params: { path: { id } }, parseAs: "blob" }),
    "offre.csv",
  );

/** Every change of an offer; whatever comes of it, what is shown of offers is asked for again. */
export function useOfferChanges() {
  const cache = useQueryClient();
  const settled = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } finally {
      void cache.invalidateQueries({ queryKey: KEY });
    }
  };
  const kept = (call: Promise<Offer>): Promise<Offer> =>
    settled(
      call.then((offer) => {
        cache.setQueryData(offerQuery(offer.id).queryKey, offer);
        return offer;
      }),
    );
  const of = (id: string) => ({ path: { id } });
  const one = (id: string, recipient: string) => ({ path: { id, recipient_id: recipient } });
  return {
    create: (body: Body<"create_offer">) => kept(unwrap(api.POST(ALL, { body }))),
    write: (id: string, body: OfferDraft, version: number) =>
      kept(unwrap(api.PUT(ONE, { params: { ...of(id), header: ifMatch(version) }, body }))),
    /** Deletes a draft; `leave` moves to another page before what was known of it goes. */
    remove: async (id: string, leave: () => Promise<unknown>): Promise<void> => {
      await unwrap(api.DELETE(ONE, { params: of(id) }));
      await leave();
      cache.removeQueries({ queryKey: [...KEY, "one", id] });
      await cache.invalidateQueries({ queryKey: KEY });
    },
    add: (id: string, profiles: readonly string[]) =>
      kept(unwrap(api.POST(RECIPIENTS, { params: of(id), body: { profile_ids: [...profiles] } }))),
    takeOff: (id: string, recipient: string) =>
      settled(unwrap(api.DELETE(RECIPIENT, { params: one(id, recipient) }))),
    send: (id: string, version: number) =>
      settled(
        unwrap(api.POST(`${ONE}/send`, { params: { ...of(id), header: ifMatch(version) } })).then(
          (sent) => {
            cache.setQueryData(offerQuery(id).queryKey, sent.offer);
            return sent;
          },
        ),
      ),
    withdrawAll: (id: string, reason: string) =>
      kept(unwrap(api.POST(`${ONE}/withdrawal`, { params: of(id), body: { reason } }))),
    withdraw: (id: string, recipient: string, reason: string) =>
      settled(
        unwrap(
          api.POST(`${RECIPIENT}/withdrawal`, { params: one(id, recipient), body: { reason } }),
        ),
      ),
    remind: (id: string, recipient: string) =>
      settled(unwrap(api.POST(`${RECIPIENT}/reminder`, { params: one(id, recipient) }))),
    close: (id: string, recipient: string) =>
      settled(unwrap(api.POST(`${RECIPIENT}/closing`, { params: one(id, recipient) }))),
  };
}
