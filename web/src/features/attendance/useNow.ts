import { useEffect, useState } from "react";

const EVERY_MS = 10_000;

/** The server's time, as far as one can tell from its last answer: windows open and close by it. */
export function useNow(serverNow: string, readAt: number): number {
  const ahead = Date.parse(serverNow) - readAt;
  const [here, setHere] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(here, readAt) + ahead;
}
