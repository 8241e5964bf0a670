interface Page<T> {
  items: T[];
  next_cursor?: string | null;
}

/** Every row of a list, page after page. */
export async function whole<T>(page: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | null = null;
  do {
    const { items, next_cursor: next }: Page<T> = await page(cursor);
    found.push(...items);
    cursor = next ?? null;
  } while (cursor !== null);
  return found;
}
