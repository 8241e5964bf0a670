import { useEffect, useState } from "react";

/** Milliseconds until a moment, looked at every so often; 0 once it is over, null where there is none. */
export function useLeft(until: string | null | undefined, everyMs: number): number | null {
  const end = until ? Date.parse(until) : null;
  const [now, setNow] = useState(() => Date.now());
  const isOver = end === null || now >= end;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [isOver, everyMs]);
  return end === null ? null : Math.max(0, end - now);
}
