// Whether marks wait on this device: what every page asks, without loading the roll.

/** By person and slot. */
const PREFIX = "carnet-appel:";

export const nameOf = (person: string, slot: string): string => `${PREFIX}${person}:${slot}`;

/** What could not be written down: it lasts as long as the page. */
export const unwritten = new Map<string, unknown>();

/** The names of what waits of a person. */
export function namesOf(person: string): string[] {
  const names = new Set(unwritten.keys());
  try {
    for (const name of Object.keys(localStorage)) names.add(name);
  } catch {
    // A browser that keeps nothing.
  }
  return [...names].filter((name) => name.startsWith(nameOf(person, "")));
}
