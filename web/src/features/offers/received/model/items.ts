// What could be shared with a company, item by item, and how what is ticked is written for the server.
import type { GivenShare, ShareItem } from "../types";

/** An item as a form knows it: its kind, or the proof it names. */
export type ItemKey = "phone" | "email" | "cv" | "passport" | `proof:${string}`;

export const proofKey = (id: string): ItemKey => `proof:${id}`;

/** The kinds of which there is one, in the order in which they are offered. */
export const SINGLE = ["phone", "email", "cv", "passport"] as const;

export function itemOf(key: ItemKey): ShareItem {
  return key.startsWith("proof:")
    ? { kind: "proof", id: key.slice("proof:".length) }
    : { kind: key as (typeof SINGLE)[number] };
}

/** What is shared at this moment: it is not offered a second time. */
export function sharedKeys(shares: GivenShare[]): Set<ItemKey> {
  return new Set(
    shares
      .filter(({ state }) => state !== "ended")
      .flatMap(({ kind, proof }) => {
        if (kind !== "proof") return [kind];
        return proof ? [proofKey(proof.id)] : [];
      }),
  );
}

/** The messages of a refusal that name an item, by item: `/items/2` is the third of those that were sent. */
export function faultsOf(
  errors: readonly { pointer: string; message: string }[],
  sent: readonly ItemKey[],
): { byItem: Map<ItemKey, string>; rest: string[] } {
  const byItem = new Map<ItemKey, string>();
  const rest: string[] = [];
  for (const { pointer, message } of errors) {
    const place = /^\/items\/(\d+)$/.exec(pointer)?.[1];
    const key = place === undefined ? undefined : sent[Number(place)];
    if (key) byItem.set(key, message);
    else rest.push(message);
  }
  return { byItem, rest };
}
