// Finds lines by the words of their name, whatever their case and accents.
const MOST = 12;

/** A text without case and accents. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLocaleLowerCase("fr");

/** The lines whose name holds every word typed; the first twelve. */
export function matching<T>(lines: T[], typed: string, nameOf: (line: T) => string): T[] {
  const words = folded(typed).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  return lines
    .filter((line) => {
      const name = folded(nameOf(line));
      return words.every((word) => name.includes(word));
    })
    .slice(0, MOST);
}
