import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { ProofZone } from "@/api/types";
import { useTranslation } from "@/i18n/proofMask";
import classes from "./Mask.module.css";
import type { Pages } from "./pages";
import { between, byKey, moved, type Point, resized } from "./zones";

/** Pixels a page is drawn with: sharp where a screen shows it, and light. */
const WIDTH = 1200;

export interface Placed {
  zone: ProofZone;
  /** Its place among all the zones of the proof. */
  place: number;
}

interface Props {
  pages: Pages;
  page: number;
  zones: Placed[];
  chosen: number | null;
  onChoose: (place: number | null) => void;
  onAdd: (zone: ProofZone) => void;
  onChange: (place: number, zone: ProofZone) => void;
  onRemove: (place: number) => void;
}

type Grip =
  | { kind: "draw"; from: Point }
  | { kind: "move" | "resize"; from: Point; place: number; zone: ProofZone };

/** A page on which zones are drawn, moved and stretched by mouse, pen, finger or keyboard. */
export function Sheet(props: Props) {
  const { pages, page, zones, chosen, onChoose, onAdd, onChange, onRemove } = props;
  const { t } = useTranslation();
  const sheet = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const grip = useRef<Grip | null>(null);
  const [drawing, setDrawing] = useState<ProofZone | null>(null);

  useEffect(() => {
    let current = true;
    // Drawn aside first: a page that comes late never covers the one that is looked at now.
    const aside = document.createElement("canvas");
    void pages.draw(page, aside, WIDTH).then(() => {
      const shown = canvas.current;
      if (!current || !shown) return;
      shown.width = aside.width;
      shown.height = aside.height;
      shown.getContext("2d")?.drawImage(aside, 0, 0);
    });
    return () => {
      current = false;
    };
  }, [pages, page]);

  const at = (event: { clientX: number; clientY: number }): Point => {
    const box = sheet.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height,
    };
  };

  const start = (event: PointerEvent, taken: Grip) => {
    if (grip.current || event.button !== 0) return;
    event.stopPropagation();
    sheet.current?.setPointerCapture(event.pointerId);
    grip.current = taken;
    if (taken.kind !== "draw") onChoose(taken.place);
  };
  const move = (event: PointerEvent) => {
    const held = grip.current;
    if (!held) return;
    const to = at(event);
    if (held.kind === "draw") return setDrawing(between(page, held.from, to));
    const by = { x: to.x - held.from.x, y: to.y - held.from.y };
    onChange(held.place, held.kind === "move" ? moved(held.zone, by) : resized(held.zone, by));
  };
  const stop = (event: PointerEvent) => {
    const held = grip.current;
    grip.current = null;
    setDrawing(null);
    if (held?.kind !== "draw") return;
    const zone = between(page, held.from, at(event));
    if (zone) onAdd(zone);
    else onChoose(null);
  };
  const cancel = () => {
    grip.current = null;
    setDrawing(null);
  };

  const press = (event: KeyboardEvent, { zone, place }: Placed) => {
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      return onRemove(place);
    }
    const next = byKey(zone, event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    onChange(place, next);
  };

  return (
    <div className={classes.frame}>
      {/* Drawing is for those who point; a button adds a zone that the keyboard moves. */}
      {/* biome-ignore lint/a11y/useSemanticElements: what is drawn on is no part of a form */}
      <div
        ref={sheet}
        className={classes.sheet}
        role="group"
        aria-label={t("proofMask.sheet", { page })}
        onPointerDown={(event) => start(event, { kind: "draw", from: at(event) })}
        onPointerMove={move}
        onPointerUp={stop}
        onPointerCancel={cancel}
      >
        <canvas
          ref={canvas}
          className={classes.canvas}
          role="img"
          aria-label={t(pages.drawn ? "proofMask.picture" : "proofMask.blank", { page })}
        />
        {zones.map((placed) => {
          const { zone, place } = placed;
          return (
            <button
              key={place}
              type="button"
              className={classes.zone}
              style={styleOf(zone)}
              data-chosen={place === chosen || undefined}
              data-zone={place}
              aria-label={t("proofMask.zone", { number: place + 1 })}
              aria-describedby="masquer-clavier"
              onFocus={() => onChoose(place)}
              onKeyDown={(event) => press(event, placed)}
              onPointerDown={(event) => start(event, { kind: "move", from: at(event), ...placed })}
            >
              <span className={classes.number}>{place + 1}</span>
              {place === chosen ? (
                <span
                  className={classes.handle}
                  onPointerDown={(event) =>
                    start(event, { kind: "resize", from: at(event), ...placed })
                  }
                />
              ) : null}
            </button>
          );
        })}
        {drawing ? (
          <span className={classes.zone} style={styleOf(drawing)} data-drawing aria-hidden="true" />
        ) : null}
      </div>
    </div>
  );
}

const styleOf = ({ x, y, width, height }: ProofZone) => ({
  insetInlineStart: `${x * 100}%`,
  insetBlockStart: `${y * 100}%`,
  inlineSize: `${width * 100}%`,
  blockSize: `${height * 100}%`,
});
