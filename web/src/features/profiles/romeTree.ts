// The counts of the ROME facet as a tree: letter → domain → job; families stand apart.
import type { RomeCount } from "@/api/types";

export interface RomeNode extends RomeCount {
  children: RomeNode[];
}

/** The part of a code that names what contains it: M1805 → M18 → M. */
function parentOf({ code, kind }: RomeCount): string {
  return kind === "job" ? code.slice(0, 3) : code.slice(0, 1);
}

export function romeTree(counts: RomeCount[]): RomeNode[] {
  const nodes = new Map<string, RomeNode>();
  for (const count of counts) {
    if (count.kind !== "family") nodes.set(count.code, { ...count, children: [] });
  }
  const roots: RomeNode[] = [];
  for (const node of nodes.values()) {
    if (node.kind === "letter") roots.push(node);
    else nodes.get(parentOf(node))?.children.push(node);
  }
  return roots;
}

export const families = (counts: RomeCount[]): RomeCount[] =>
  counts.filter((count) => count.kind === "family");
