// Rows that are dragged to another place by a handle. Whoever has no mouse has the buttons of each row.
import { type DragEvent, useState } from "react";

interface Drag {
  from: number;
  over: number | null;
}

export function useDragOrder(onMove: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const state = (at: number) => {
    if (drag?.from === at) return { "data-dragged": true };
    if (drag?.over !== at) return {};
    return { "data-over": at < drag.from ? "above" : "below" };
  };
  return {
    handle: (at: number) => ({
      draggable: true,
      onDragStart: (event: DragEvent<HTMLElement>) => {
        const row = event.currentTarget.closest("li");
        if (row) event.dataTransfer.setDragImage(row, 16, 16);
        event.dataTransfer.effectAllowed = "move";
        // Without something to carry, Firefox does not begin.
        event.dataTransfer.setData("text/plain", String(at));
        setDrag({ from: at, over: null });
      },
      onDragEnd: () => setDrag(null),
    }),
    row: (at: number) => ({
      ...state(at),
      onDragOver: (event: DragEvent) => {
        if (!drag) return;
        event.preventDefault();
        if (drag.over !== at) setDrag({ ...drag, over: at });
      },
      onDrop: (event: DragEvent) => {
        if (!drag) return;
        event.preventDefault();
        setDrag(null);
        onMove(drag.from, at);
      },
    }),
  };
}
