// Naming people while one writes: who is proposed, who was chosen, and the keys that choose.
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { askedAt, candidates, type Nameable, named } from "./model/mentions";
import { EVERYBODY } from "./model/text";
import { membersQuery } from "./queries";
import type { Room } from "./types";

interface Writing {
  text: string;
  caret: number;
}

export function useMentions(
  room: Room,
  { text, caret }: Writing,
  write: (writing: Writing) => void,
) {
  const able = room.kind !== "private";
  const members = useQuery({ ...membersQuery(room.id), enabled: able }).data ?? [];
  const [chosen, setChosen] = useState<readonly Nameable[]>([]);
  const [place, setPlace] = useState(0);
  /** What was being looked for when the list was closed by hand. */
  const [closed, setClosed] = useState<number | null>(null);
  const asked = able ? askedAt(text, caret) : null;
  const people: Nameable[] = members
    .filter(({ is_me, is_expelled }) => !is_me && !is_expelled)
    .map(({ profile_id: id, name }) => ({ id, name }));
  const all = room.side === "staff" ? [{ id: null, name: EVERYBODY }, ...people] : people;
  const open = asked !== null && asked.at !== closed;
  const found = open ? candidates(all, asked.words) : [];
  const at = Math.min(place, Math.max(found.length - 1, 0));

  const pick = (one: Nameable) => {
    setChosen((known) => [...known.filter(({ name }) => name !== one.name), one]);
    setPlace(0);
    write(named(text, caret, one));
  };

  /** True when the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (found.length === 0 || event.nativeEvent.isComposing) return false;
    if (event.key === "ArrowDown") setPlace((at + 1) % found.length);
    else if (event.key === "ArrowUp") setPlace((at + found.length - 1) % found.length);
    else if (event.key === "Escape") setClosed(asked?.at ?? null);
    else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") {
      const one = found[at];
      if (one) pick(one);
    } else return false;
    event.preventDefault();
    return true;
  };

  return { found, at, pick, onKey, chosen, forget: () => setChosen([]) };
}
