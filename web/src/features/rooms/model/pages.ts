// Pages of messages that were read, and what changed since: each message once, in its place, as it is now.
import type { InfiniteData } from "@tanstack/react-query";
import type { Message, Messages } from "../types";

/** Where a page begins: null where the reader came in, else on either side of a place. */
export type Start = { before: number } | { after: number } | null;
export type Pages = InfiniteData<Messages>;

/** The changes that were asked for: those after one, up to another. */
interface Span {
  after: number;
  to: number;
}

/** The newest change that all pages have. A page that came late, or was put back, is behind the others. */
export const seenIn = ({ pages }: Pages): number =>
  pages.length > 0 ? Math.min(...pages.map(({ position }) => position)) : 0;

const newerOf = (one: Message, other: Message | undefined): Message =>
  other && other.change >= one.change ? other : one;

const byPlace = (one: Message, other: Message): number =>
  (one.position ?? 0) - (other.position ?? 0);

/**
 * Puts changed messages where they stand, each in its newest form. New ones are added once the end has been read; they may come in
 * another order than the one in which they were sent.
 */
export function merged(data: Pages, changed: readonly Message[], { after, to }: Span): Pages {
  const byId = new Map(changed.map((message) => [message.id, message]));
  const pages = data.pages.map((page) => ({
    ...page,
    position: page.position >= after ? Math.max(page.position, to) : page.position,
    items: page.items.map((message) => newerOf(message, byId.get(message.id))),
  }));
  const last = pages.at(-1);
  if (!last || last.after != null) return { ...data, pages };
  const known = new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)));
  const first = pages.find(({ items }) => items.length > 0)?.items[0]?.position ?? 0;
  const added = changed.filter(
    ({ id, position }) => !known.has(id) && position != null && position > first,
  );
  if (added.length === 0) return { ...data, pages };
  const items = [...last.items, ...added].sort(byPlace);
  return { ...data, pages: [...pages.slice(0, -1), { ...last, items }] };
}

/** Somebody was blocked: what they wrote is not shown any more, but for those who train and run the session. */
export function without(data: Pages, profile: string): Pages {
  const hidden = (message: Message): Message =>
    message.author.profile_id === profile && message.author.side !== "staff"
      ? { ...message, is_blocked: true, text: null, reply_to: null, files: [], mentions: [] }
      : message;
  return {
    ...data,
    pages: data.pages.map((page) => ({ ...page, items: page.items.map(hidden) })),
  };
}

/**
 * Up to where somebody has read: past their own messages and those that were on their screen, up to the first one that was
 * not. Null when it does not move, or when messages they have not read stand before those that are here.
 */
export function readUpTo(
  messages: readonly Message[],
  seen: ReadonlySet<number>,
  { from, firstUnread }: { from: number; firstUnread: number | null },
): number | null {
  const first = messages[0]?.position;
  if (first == null || (firstUnread !== null && firstUnread > from && firstUnread < first)) {
    return null;
  }
  let reached: number | null = null;
  for (const { position, author } of messages) {
    if (position == null || position <= from) continue;
    if (!author.is_me && !seen.has(position)) break;
    reached = position;
  }
  return reached;
}
