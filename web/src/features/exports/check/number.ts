// The number and the code of an export, as people type them or as an address holds them.

/** What follows the `#` of an address; empty where nothing does. */
export const secretIn = (hash: string): string => {
  const text = hash.replace(/^#/, "");
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return text.trim();
  }
};

/** Somebody who pastes the whole address gives number and code at once. */
export function pasted(text: string): { number: string; code: string } | null {
  const found = /\/verifier\/([^/?#\s]+)#(\S+)/.exec(text);
  return found ? { number: found[1] ?? "", code: secretIn(found[2] ?? "") } : null;
}
