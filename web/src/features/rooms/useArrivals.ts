// Messages of others that arrive while a room is open.
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/rooms";
import type { Message } from "./types";

/** Messages of others that arrive: one stays at the end where one was there, else they are counted. */
export function useArrivals(
  all: readonly Message[] | undefined,
  isAtEnd: boolean,
  toEnd: () => void,
) {
  const { t } = useTranslation();
  const messages = all ?? [];
  const last = all ? (all.at(-1)?.position ?? 0) : null;
  const before = useRef<number | null>(null);
  const [from, setFrom] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const atEnd = useRef(isAtEnd);
  useLayoutEffect(() => {
    atEnd.current = isAtEnd;
    if (isAtEnd) setFrom(null);
  }, [isAtEnd]);
  const isNewer = (place: number) => (message: Message) =>
    (message.position ?? 0) > place && !message.author.is_me;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when there is a newer message.
  useLayoutEffect(() => {
    const known = before.current;
    before.current = last;
    if (known === null || last === null || last <= known) return;
    const fresh = messages.filter(isNewer(known));
    const newest = fresh.at(-1);
    if (newest) setSaid(t("chat.arrivedFrom", { name: newest.author.name }));
    if (atEnd.current) toEnd();
    else if (newest) setFrom((one) => one ?? known);
  }, [last]);
  return { count: from === null ? 0 : messages.filter(isNewer(from)).length, said };
}
