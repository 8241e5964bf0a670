// How the keyboard moves through a tree, row by row as they are seen.

export interface TreeRow {
  /** 1 for a row of the first level. */
  level: number;
  /** Null for a row that holds no others. */
  expanded: boolean | null;
  label: string;
}

/** The row to go to, or the branch to open or close. */
export type TreeMove = { to: number } | "toggle" | null;

export function treeMove(rows: readonly TreeRow[], at: number, key: string): TreeMove {
  const row = rows[at];
  if (!row) return null;
  const last = rows.length - 1;
  switch (key) {
    case "ArrowDown":
      return at < last ? { to: at + 1 } : null;
    case "ArrowUp":
      return at > 0 ? { to: at - 1 } : null;
    case "Home":
      return { to: 0 };
    case "End":
      return { to: last };
    case "ArrowRight":
      return inward(rows, at, row);
    case "ArrowLeft":
      return row.expanded ? "toggle" : outward(rows, at, row);
    default:
      return key.length === 1 ? beginning(rows, at, key) : null;
  }
}

function inward(rows: readonly TreeRow[], at: number, row: TreeRow): TreeMove {
  if (row.expanded === false) return "toggle";
  const isInside = row.expanded === true && (rows[at + 1]?.level ?? 0) > row.level;
  return isInside ? { to: at + 1 } : null;
}

function outward(rows: readonly TreeRow[], at: number, row: TreeRow): TreeMove {
  const parent = rows.slice(0, at).findLastIndex(({ level }) => level < row.level);
  return parent === -1 ? null : { to: parent };
}

/** The next row whose label begins with the letter, from the top again after the last one. */
function beginning(rows: readonly TreeRow[], at: number, key: string): TreeMove {
  const wanted = plain(key);
  if (!/^[\p{L}\d]$/u.test(wanted)) return null;
  const places = rows.map((_, step) => (at + 1 + step) % rows.length);
  const to = places.find((place) => plain(rows[place]?.label ?? "").startsWith(wanted));
  return to === undefined ? null : { to };
}

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

/** The branches that hold a code: M1805 lies in M and in M18. */
export const ancestors = (code: string): string[] =>
  [1, 3].filter((length) => length < code.length).map((length) => code.slice(0, length));
