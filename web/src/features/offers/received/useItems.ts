// What is ticked of what could be shared, and what the server said of it.
import { useState } from "react";
import { asProblem } from "@/api/problem";
import type { Ticked } from "./ItemFields";
import { faultsOf, type ItemKey, itemOf } from "./model/items";
import type { ShareItem } from "./types";

export function useItems() {
  const [ticked, setTicked] = useState<Ticked>(new Map());
  const [errors, setErrors] = useState<ReadonlyMap<ItemKey, string>>(new Map());
  const [problem, setProblem] = useState<unknown>(null);
  const [messages, setMessages] = useState<string[]>([]);

  /** Sends what is ticked; a refusal lands on the items it names, and is said above them otherwise. */
  const send = async (call: (items: ShareItem[]) => Promise<unknown>): Promise<void> => {
    const keys = [...ticked.keys()];
    setProblem(null);
    setErrors(new Map());
    try {
      await call(keys.map(itemOf));
    } catch (refusal) {
      const { byItem, rest } = faultsOf(asProblem(refusal).errors, keys);
      setErrors(byItem);
      setMessages(rest);
      setProblem(byItem.size > 0 && rest.length === 0 ? null : refusal);
    }
  };
  return { ticked, setTicked, errors, problem, messages, send };
}
