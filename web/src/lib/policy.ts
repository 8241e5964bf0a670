// The structure of a notice written as plain text: blank lines part its blocks, a first line without
// a full stop is a heading, and lines that start with a dash are a list.

export interface PolicyBlock {
  heading: string | null;
  body: string;
  items: string[];
}

const DASH = /^[–-]\s+/;

export function policyBlocks(text: string): PolicyBlock[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap(policyParts);
}

/** A block in the order it is written: what follows its list stands below the list. */
function policyParts(block: string): PolicyBlock[] {
  const lines = block.split("\n").map((line) => line.trim());
  const first = lines[0] ?? "";
  const heading = /[.:;!?]$/.test(first) || DASH.test(first) ? null : first;
  const rest = heading === null ? lines : lines.slice(1);
  const parts: PolicyBlock[] = [{ heading, body: "", items: [] }];
  for (const line of rest) {
    const part = parts.at(-1);
    if (!part) break;
    if (DASH.test(line)) part.items.push(line.replace(DASH, ""));
    else if (part.items.length > 0) parts.push({ heading: null, body: line, items: [] });
    else part.body = [part.body, line].filter(Boolean).join(" ");
  }
  return parts;
}
