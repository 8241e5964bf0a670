// An ordered list that is moved through by buttons, by keys and by dragging.

/** The list with one item elsewhere; the same list when it is there already or there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  if (from === to || from < 0 || to < 0 || from >= list.length || to >= list.length) return list;
  const rest = list.filter((_, place) => place !== from);
  const item = list[from] as T;
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

export const sameOrder = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, place) => other[place] === id);
