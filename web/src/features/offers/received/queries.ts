// The offers one receives, as the app reads and answers them.
import { queryOptions, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import { downloaded } from "@/api/download";
import { ifMatch } from "@/api/version";
import type {
  AcceptanceBody,
  MyOffer,
  OfferSettings,
  ReadOffer,
  RefusalBody,
  ShareItem,
} from "./types";
import type { Group } from "./url";

const PAGE = 50;
const OFFERS = "/api/v1/me/offers" as const;
const OFFER = `${OFFERS}/{id}` as const;
const ALL = ["offers"];
/** What an answer changes beside the offer; a refusal may hide from the company, and its undoing show again. */
const TOLD_ELSEWHERE = [
  "shares",
  "rooms",
  "my-quizzes",
  "privacy",
  "blocked-companies",
  "my-preview",
];

interface Outcome {
  data?: MyOffer;
  error?: unknown;
  response: Response;
}

/** The server's clock comes with every answer, to the second. */
async function readOffer(call: Promise<Outcome>): Promise<ReadOffer> {
  const outcome = await call;
  const at = performance.now();
  const offer = await unwrap(Promise.resolve(outcome));
  const date = Date.parse(outcome.response.headers.get("date") ?? "");
  return { offer: offer as MyOffer, now: Number.isNaN(date) ? Date.now() : date, at };
}

const of = (id: string) => ({ path: { id } });
const from = (id: string, version: number) => ({ ...of(id), header: ifMatch(version) });

export const useMyOffers = (group: Group) =>
  useInfiniteQuery({
    queryKey: [...ALL, "list", group],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET(OFFERS, {
          params: {
            query: {
              limit: PAGE,
              ...(group === "all" ? {} : { group }),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next_cursor ?? null,
  });

export const myOfferQuery = (id: string) =>
  queryOptions({
    queryKey: [...ALL, "one", id],
    queryFn: ({ signal }) => readOffer(api.GET(OFFER, { params: of(id), signal })),
  });

export const offerSettingsQuery = queryOptions({
  queryKey: ["offer-settings"],
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/me/offer-settings", { signal })),
});

export function useOfferSettings() {
  const cache = useQueryClient();
  return async (body: OfferSettings) => {
    const kept = await unwrap(api.PUT("/api/v1/me/offer-settings", { body }));
    cache.setQueryData(offerSettingsQuery.queryKey, kept);
    return kept;
  };
}

/** Refuses whatever waits; how many that were. */
export function useRefuseAll() {
  const cache = useQueryClient();
  return async () => {
    const { refused } = await unwrap(api.POST(`${OFFERS}/refusal`, { body: { confirmed: true } }));
    await cache.invalidateQueries({ queryKey: ALL });
    return refused;
  };
}

export const offerFile = (id: string, name: string) =>
  downloaded(api.GET(`${OFFER}/file`, { params: of(id), parseAs: "blob" }), name);

/** What one does with an offer; each answers with the offer as it is then, which the page shows at once. */
export function useOfferMoves(id: string) {
  const cache = useQueryClient();
  const { queryKey } = myOfferQuery(id);
  const settled = async (call: Promise<Outcome>): Promise<MyOffer> => {
    const read = await readOffer(call);
    // A question that is on its way would bring back what was before.
    await cache.cancelQueries({ queryKey });
    cache.setQueryData<ReadOffer>(queryKey, read);
    for (const key of TOLD_ELSEWHERE) void cache.invalidateQueries({ queryKey: [key] });
    void cache.invalidateQueries({ queryKey: [...ALL, "list"] });
    return read.offer;
  };
  const params = of(id);
  return {
    open: () => settled(api.POST(`${OFFER}/opening`, { params })),
    accept: (version: number, body: Omit<AcceptanceBody, "confirmed">) =>
      settled(
        api.POST(`${OFFER}/acceptance`, {
          params: from(id, version),
          body: { ...body, confirmed: true },
        }),
      ),
    refuse: (version: number, body: Omit<RefusalBody, "confirmed">) =>
      settled(
        api.POST(`${OFFER}/refusal`, {
          params: from(id, version),
          body: { ...body, confirmed: true },
        }),
      ),
    undo: (version: number) => settled(api.POST(`${OFFER}/undo`, { params: from(id, version) })),
    close: () => settled(api.POST(`${OFFER}/closing`, { params })),
    share: (items: ShareItem[], policy: string) =>
      settled(api.PUT(`${OFFER}/shares`, { params, body: { items, policy_version: policy } })),
    agree: (agreed: boolean) =>
      settled(api.PUT(`${OFFER}/talent-pool`, { params, body: { agreed } })),
    /** Takes shares back, one after the other; what is left of them is asked for again, also when one failed. */
    revoke: async (shares: string[]) => {
      try {
        for (const share of shares) {
          await unwrap(api.DELETE("/api/v1/me/shares/{id}", { params: of(share) }));
        }
      } finally {
        for (const key of ["shares", "privacy"]) {
          void cache.invalidateQueries({ queryKey: [key] });
        }
        await cache.invalidateQueries({ queryKey });
      }
    },
    /** It is read again: somebody else was faster. */
    again: () => cache.invalidateQueries({ queryKey: ALL }),
  };
}
