// The order of a quiz: items go from place to place, and from section to section.
import { moved } from "@/lib/order";
import type { ItemDraft, SectionDraft } from "./quizDraft";

interface Place {
  section: number;
  item: number;
}

const places = (sections: readonly SectionDraft[]): Place[] =>
  sections.flatMap(({ items }, section) => items.map((_, item) => ({ section, item })));

function taken(sections: readonly SectionDraft[], at: Place): [SectionDraft[], ItemDraft | null] {
  const found = sections[at.section]?.items[at.item] ?? null;
  const rest = sections.map((section, place) =>
    place === at.section
      ? { ...section, items: section.items.filter((_, item) => item !== at.item) }
      : section,
  );
  return [rest, found];
}

function put(sections: SectionDraft[], item: ItemDraft, at: Place): SectionDraft[] {
  return sections.map((section, place) =>
    place === at.section
      ? {
          ...section,
          items: [...section.items.slice(0, at.item), item, ...section.items.slice(at.item)],
        }
      : section,
  );
}

/** One place up or down; at the edge of a section, into the next one. The same list when there is no such place. */
export function stepped(
  sections: readonly SectionDraft[],
  at: Place,
  by: -1 | 1,
): readonly SectionDraft[] {
  const items = sections[at.section]?.items ?? [];
  const next = at.item + by;
  if (next >= 0 && next < items.length) {
    return sections.map((section, place) =>
      place === at.section ? { ...section, items: [...moved(items, at.item, next)] } : section,
    );
  }
  const section = at.section + by;
  const into = sections[section];
  const [rest, item] = taken(sections, at);
  if (!into || !item) return sections;
  return put(rest, item, { section, item: by < 0 ? into.items.length : 0 });
}

/** The item dragged from one place to another, both counted through all sections. */
export function dragged(
  sections: readonly SectionDraft[],
  from: number,
  to: number,
): readonly SectionDraft[] {
  const all = places(sections);
  const [start, end] = [all[from], all[to]];
  if (from === to || !start || !end) return sections;
  const [rest, item] = taken(sections, start);
  if (!item) return sections;
  // Taking it away moves what stood below it in the same section; below what it is dropped on, it comes behind.
  const shift = start.section === end.section ? 0 : from < to ? 1 : 0;
  return put(rest, item, { section: end.section, item: end.item + shift });
}

/** The place of an item among all of them. */
export const flatPlace = (sections: readonly SectionDraft[], section: number, item: number) =>
  sections.slice(0, section).reduce((sum, { items }) => sum + items.length, 0) + item;
