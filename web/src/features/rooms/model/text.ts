// What a message says, in parts: words, links, names of people.

export type Part =
  | { is: "words"; text: string }
  | { is: "link"; text: string; url: string }
  | { is: "name"; text: string };

export const LONGEST = 4000;
/** What everybody of a room is called; those who train and run the session alone say it. */
export const EVERYBODY = "tous";

const ADDRESS = /https?:\/\/[^\s<>"]+/gu;
/** Signs that end a sentence rather than an address. */
const AFTER = /[.,;:!?)\]»’']+$/u;

/** Characters as the server counts them: an emoji of one sign is one. */
export const lengthOf = (text: string): number => [...text].length;

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function namesIn(text: string, names: readonly string[]): Part[] {
  const known = [...names].filter(Boolean).sort((one, other) => other.length - one.length);
  if (known.length === 0) return text === "" ? [] : [{ is: "words", text }];
  const shape = new RegExp(`(@(?:${known.map(escaped).join("|")}))(?![\\p{L}\\p{N}])`, "gu");
  return text
    .split(shape)
    .map((piece, at): Part => ({ is: at % 2 === 1 ? "name" : "words", text: piece }))
    .filter((part) => part.text !== "");
}

/** The parts of a text in which these people are named. */
export function partsOf(text: string, names: readonly string[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const url = found.replace(AFTER, "");
    if (!URL.canParse(url)) continue;
    parts.push(...namesIn(text.slice(from, index), names), { is: "link", text: url, url });
    from = index + url.length;
  }
  return [...parts, ...namesIn(text.slice(from), names)];
}

/** The beginning of a text, on one line. */
export function beginning(text: string, most = 90): string {
  const line = [...text.replace(/\s+/gu, " ").trim()];
  return line.length > most ? `${line.slice(0, most - 1).join("")}…` : line.join("");
}
