// The private room that an accepted offer opened.
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";

const PAGE = 100;

async function find(recipient: string, signal: AbortSignal): Promise<string | null> {
  let cursor: string | null = null;
  do {
    const page: {
      items: { id: string; offer?: { recipient_id: string } | null }[];
      next_cursor?: string | null;
    } = await unwrap(
      api.GET("/api/v1/rooms", {
        params: { query: { limit: PAGE, ...(cursor ? { cursor } : {}) } },
        signal,
      }),
    );
    const room = page.items.find(({ offer }) => offer?.recipient_id === recipient);
    if (room) return room.id;
    cursor = page.next_cursor ?? null;
  } while (cursor !== null);
  return null;
}

/** Its id, for those who are in it; null when there is none, or it is not theirs to read. */
export const roomOfOfferQuery = (recipient: string) =>
  queryOptions({
    queryKey: ["rooms", "of-offer", recipient],
    queryFn: ({ signal }) => find(recipient, signal),
  });
