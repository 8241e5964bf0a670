// Where one comes into a room, and that what is read stays where it is.
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Entry } from "./messageQueries";

interface Entrance {
  entry: Entry;
  mark: number | null;
  toEnd: () => void;
}

/** Where one comes in: at the place asked for, at the first message one has not read, at the end. */
export function useEntrance(
  content: RefObject<HTMLDivElement | null>,
  ready: boolean,
  { entry, mark, toEnd }: Entrance,
): void {
  const done = useRef<Entry | null>(null);
  useLayoutEffect(() => {
    if (!ready || done.current === entry) return;
    done.current = entry;
    const place = typeof entry === "number" ? entry : entry === "newest" ? null : mark;
    const there = place === null ? null : content.current?.querySelector(`[data-place="${place}"]`);
    // After the router has put the page at its top.
    const frame = requestAnimationFrame(() => {
      if (there) there.scrollIntoView({ block: typeof entry === "number" ? "center" : "start" });
      else toEnd();
    });
    return () => cancelAnimationFrame(frame);
  }, [ready, entry, mark, content, toEnd]);
}

/** Earlier messages come in above: what is being read stays where it is. */
export function useHeldPlace(content: RefObject<HTMLDivElement | null>, first: string | undefined) {
  const held = useRef<{ element: Element; top: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another message is the first one.
  useLayoutEffect(() => {
    if (!held.current) return;
    const { element, top } = held.current;
    held.current = null;
    const moved = element.getBoundingClientRect().top - top;
    if (Math.abs(moved) > 1) scrollBy(0, moved);
  }, [first]);
  return () => {
    const element = content.current?.querySelector("[data-place]");
    held.current = element ? { element, top: element.getBoundingClientRect().top } : null;
  };
}
