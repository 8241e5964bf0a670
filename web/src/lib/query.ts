// The query string as plain text parameters, with the punctuation of the search left readable.

export function readQuery(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** Commas and colons separate values in the address of a search: they stay as they are. */
export function writeQuery(search: Record<string, unknown>): string {
  const pairs = Object.entries(search)
    .filter((pair): pair is [string, string] => typeof pair[1] === "string")
    .map(([key, value]) => {
      const text = encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":");
      return `${encodeURIComponent(key)}=${text}`;
    });
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}
