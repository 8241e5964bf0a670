// What the catalogue page shows, in its address: the words looked for and the branches that are open.
//
//   q=soudeur · ouvert=M,M18
import * as z from "zod/mini";

const BRANCH = /^[A-Z](?:\d{2})?$/;
/** As long as the search accepts; the field stops there too. */
export const LONGEST_WORDS = 120;
/** Every letter and every domain at once, and some room. */
const LONGEST_LIST = 1000;

const text = (most: number) => z.catch(z.optional(z.string().check(z.maxLength(most))), undefined);

/** A page to wander in: what cannot be read is left out rather than refused. */
export const browseParams = z.object({ q: text(LONGEST_WORDS), ouvert: text(LONGEST_LIST) });

export type BrowseParams = z.infer<typeof browseParams>;

export function openBranches({ ouvert }: BrowseParams): ReadonlySet<string> {
  return new Set((ouvert ?? "").split(",").filter((code) => BRANCH.test(code)));
}

/** The shortest parameters that say the same. */
export function writeBrowse(words: string, open: ReadonlySet<string>): BrowseParams {
  const q = words.trim();
  const params: BrowseParams = {};
  if (q !== "") params.q = q;
  if (open.size > 0) params.ouvert = [...open].sort().join(",");
  return params;
}

export function toggled(open: ReadonlySet<string>, code: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(code)) next.add(code);
  return next;
}

/** Opens the tree at a domain: its letter, then the domain itself. */
export const atDomain = (code: string): BrowseParams => ({ ouvert: `${code.slice(0, 1)},${code}` });
