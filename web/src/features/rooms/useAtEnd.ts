// Whether the end of the messages is on the screen, and the way to it.
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** What stands under the end belongs to it. */
const NEAR = "0px 0px 160px 0px";

interface AtEnd {
  end: RefObject<HTMLDivElement | null>;
  isAtEnd: boolean;
  toEnd: () => void;
}

export function useAtEnd(): AtEnd {
  const end = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(false);
  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver(
      (entries) => setAtEnd(entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: NEAR },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  const toEnd = useCallback(() => end.current?.scrollIntoView({ block: "end" }), []);
  return { end, isAtEnd, toEnd };
}
