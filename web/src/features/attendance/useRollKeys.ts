// The keyboard in the list of the roll: arrows move, letters mark. Only inside the list, so that no letter acts elsewhere.
import { type KeyboardEvent, type RefObject, useCallback } from "react";
import type { MarkStatus } from "@/api/types";
import { LETTERS } from "./model/marks";

const FIELDS = "input, textarea, select";
const PAGE = 10;
const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, PageUp: -PAGE, PageDown: PAGE };
const SIDES: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/** The button of a row that takes the focus: the status that is said, else the first one. */
export function focusRow(list: HTMLElement | null, id: string | undefined): void {
  if (!list || id === undefined) return;
  const row = list.querySelector(`[data-row="${CSS.escape(id)}"]`);
  const button =
    row?.querySelector<HTMLElement>('button[aria-pressed="true"]:not(:disabled)') ??
    row?.querySelector<HTMLElement>("button:not(:disabled)");
  button?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

interface Actions {
  onLetter: (id: string, status: MarkStatus) => void;
  onDetails: (id: string) => void;
}

export function useRollKeys(
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
  { onLetter, onDetails }: Actions,
) {
  return useCallback(
    (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.ctrlKey || event.altKey || event.metaKey || !(target instanceof Element)) return;
      if (target.closest(FIELDS) || target.closest("[data-aside]")) return;
      const row = target.closest("[data-row]");
      const id = row?.getAttribute("data-row");
      if (!row || !id) return;
      const step = STEPS[key];
      const side = SIDES[key];
      if (step !== undefined) {
        const place = Math.min(ids.length - 1, Math.max(0, ids.indexOf(id) + step));
        focusRow(list.current, ids[place]);
      } else if (key === "Home" || key === "End") {
        focusRow(list.current, key === "Home" ? ids[0] : ids.at(-1));
      } else if (side !== undefined) {
        const buttons = [...row.querySelectorAll<HTMLElement>("button:not(:disabled)")];
        buttons[buttons.indexOf(target as HTMLElement) + side]?.focus();
      } else if (LETTERS[key.toLowerCase()]) {
        onLetter(id, LETTERS[key.toLowerCase()] as MarkStatus);
      } else if (key.toLowerCase() === "e") {
        onDetails(id);
      } else return;
      event.preventDefault();
    },
    [list, ids, onLetter, onDetails],
  );
}
