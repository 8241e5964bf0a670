// Up to where somebody has read a room: what was on their screen, and nothing else.
import { useCallback, useEffect, useRef, useState } from "react";
import { useRoomActions } from "./actions";
import { readUpTo } from "./model/pages";
import type { Message, Room } from "./types";

const PAUSE_MS = 500;
/** What sticks to the top and to the foot of the screen hides what is under it. */
const IN_SIGHT = { rootMargin: "-60px 0px -90px 0px" };

interface Reading {
  /** Hears where the end of each message stands. */
  watch: (element: Element, position: number) => () => void;
  /** Everything that is here is read. */
  all: () => Promise<void>;
  /** What comes from this message on is unread again, and stays so while the page is open. */
  unread: (position: number) => Promise<void>;
}

export function useReading(
  room: Room,
  messages: readonly Message[],
  firstUnread: number | null,
): Reading {
  const { read } = useRoomActions(room.id);
  const [seen, setSeen] = useState<ReadonlySet<number>>(() => new Set());
  const [held, setHeld] = useState(false);
  const reached = useRef(room.read_position);
  const places = useRef(new WeakMap<Element, number>());
  const observer = useRef<IntersectionObserver | null>(null);

  const observed = useCallback(() => {
    observer.current ??= new IntersectionObserver((entries) => {
      const shown = entries.filter((entry) => entry.isIntersecting);
      const found = shown.map(({ target }) => places.current.get(target));
      const fresh = found.filter((place) => place !== undefined);
      if (fresh.length > 0) setSeen((known) => new Set([...known, ...fresh]));
    }, IN_SIGHT);
    return observer.current;
  }, []);

  useEffect(
    () => () => {
      observer.current?.disconnect();
      observer.current = null;
    },
    [],
  );

  const watch = useCallback(
    (element: Element, position: number) => {
      places.current.set(element, position);
      const watching = observed();
      watching.observe(element);
      return () => watching.unobserve(element);
    },
    [observed],
  );

  const from = Math.max(reached.current, room.read_position);
  const upTo = held ? null : readUpTo(messages, seen, { from, firstUnread });
  // A room that was marked unread is read by looking at it, also where nothing is new.
  const marked = room.is_marked_unread && !held && seen.size > 0 ? from : null;
  const wanted = upTo ?? marked;
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    if (wanted === null) return;
    const tell = () => {
      reached.current = Math.max(reached.current, wanted);
      // What cannot be told now is told with the next message that is seen.
      latest.current(wanted).catch(() => {
        reached.current = 0;
      });
    };
    const timer = setTimeout(tell, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);

  return {
    watch,
    all: async () => {
      const last = messages.reduce((most, { position }) => Math.max(most, position ?? 0), 0);
      reached.current = Math.max(reached.current, last);
      await read(last);
    },
    unread: async (position) => {
      setHeld(true);
      reached.current = 0;
      await read(position - 1);
    },
  };
}
