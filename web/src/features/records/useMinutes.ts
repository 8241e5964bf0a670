import { useEffect, useState } from "react";

const EVERY_MS = 10_000;

/** What time it is, often enough for minutes. */
export function useMinutes(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
