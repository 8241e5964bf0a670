// Naming people in a message: an @ and the beginning of a name, before the place where one writes.
import { folded } from "@/lib/matching";
import { EVERYBODY } from "./text";

export interface Nameable {
  /** The public id; null: everybody. */
  id: string | null;
  name: string;
}

const MOST = 6;
/** Nobody's name is looked for over more than two words. */
const ASKED = /(^|[\s(«])@([\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]*)?)$/u;

/** What is being looked for at this place of a text, and where its @ stands. */
export function askedAt(text: string, caret: number): { words: string; at: number } | null {
  const found = ASKED.exec(text.slice(0, caret));
  if (!found) return null;
  const words = found[2] ?? "";
  return { words, at: caret - words.length - 1 };
}

/** Those whose first or last name begins so. */
export function candidates(people: readonly Nameable[], words: string): Nameable[] {
  const asked = folded(words);
  const begins = ({ name }: Nameable) => {
    const full = folded(name);
    return full.startsWith(asked) || full.split(" ").some((word) => word.startsWith(asked));
  };
  return people.filter(begins).slice(0, MOST);
}

/** The text with a name in the place of what was looked for, and where one writes on. */
export function named(
  text: string,
  caret: number,
  { name }: Nameable,
): { text: string; caret: number } {
  const at = askedAt(text, caret)?.at ?? caret;
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ""), caret: before.length };
}

const holds = (text: string, name: string): boolean => {
  const shape = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`@${shape}(?![\\p{L}\\p{N}])`, "u").test(text);
};

/** Those of the chosen people whose names are still there when the message leaves. */
export function mentionsIn(text: string, chosen: readonly Nameable[]) {
  const there = chosen.filter(({ name }) => holds(text, name));
  return {
    mentions: [...new Set(there.flatMap(({ id }) => (id === null ? [] : [id])))],
    mentions_everybody: there.some(({ id, name }) => id === null && name === EVERYBODY),
  };
}
