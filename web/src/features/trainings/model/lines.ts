// Lines of a list, told apart by their key.

/** Moves the line of this key by one place; the same list when it cannot move. */
export function moved<T>(lines: T[], at: (line: T) => boolean, by: -1 | 1): T[] {
  const from = lines.findIndex(at);
  const line = lines[from];
  const other = lines[from + by];
  if (line === undefined || other === undefined) return lines;
  const next = [...lines];
  next[from] = other;
  next[from + by] = line;
  return next;
}

/** Puts a value in or takes it out. */
export function toggled<T>(values: T[], value: T): T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
