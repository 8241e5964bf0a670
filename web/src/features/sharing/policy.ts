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
    .map(policyBlock);
}

function policyBlock(block: string): PolicyBlock {
  const lines = block.split("\n").map((line) => line.trim());
  const first = lines[0] ?? "";
  const heading = /[.:;!?]$/.test(first) || DASH.test(first) ? null : first;
  const rest = heading === null ? lines : lines.slice(1);
  return {
    heading,
    body: rest.filter((line) => !DASH.test(line)).join(" "),
    items: rest.filter((line) => DASH.test(line)).map((line) => line.replace(DASH, "")),
  };
}
