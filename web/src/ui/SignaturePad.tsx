import { Button, Input, VisuallyHidden } from "@mantine/core";
import { type PointerEvent, useEffect, useId, useRef } from "react";
import { useTranslation } from "@/i18n";
import {
  begun,
  drawnOn,
  HEIGHT,
  isSignature,
  type Point,
  pointAt,
  type Strokes,
  WIDTH,
} from "@/lib/strokes";
import classes from "./SignaturePad.module.css";

/** Sharp on the screens that phones have. */
const SCALE = 2;

interface Props {
  label: string;
  description?: string;
  value: Strokes;
  onChange: (strokes: Strokes) => void;
  error?: string | null;
  disabled?: boolean;
}

/**
 * Signs by finger, pen or mouse. Nobody draws with a keyboard: whoever shows this also offers another way to sign, such as
 * one's account with its password.
 */
export function SignaturePad({ label, description, value, onChange, error, disabled }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  // What is drawn right now runs ahead of what has been drawn on the page.
  const strokes = useRef(value);
  const pen = useRef<number | null>(null);

  useEffect(() => {
    strokes.current = value;
    if (canvas.current) draw(canvas.current, value);
  }, [value]);

  const pointOf = (at: { clientX: number; clientY: number }): Point => {
    const box = canvas.current?.getBoundingClientRect() ?? new DOMRect();
    return pointAt(at.clientX - box.left, at.clientY - box.top, box.width, box.height);
  };
  const change = (next: Strokes) => {
    strokes.current = next;
    onChange(next);
  };
  const start = (event: PointerEvent<HTMLCanvasElement>) => {
    if (disabled || pen.current !== null || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pen.current = event.pointerId;
    change(begun(strokes.current, pointOf(event)));
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pen.current !== event.pointerId) return;
    const passed = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const all = passed.length > 0 ? passed : [event.nativeEvent];
    change(all.reduce((drawn, at) => drawnOn(drawn, pointOf(at)), strokes.current));
  };
  const stop = (event: PointerEvent<HTMLCanvasElement>) => {
    if (pen.current === event.pointerId) pen.current = null;
  };

  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id: `${id}-label` }}
      description={description}
      error={error}
      inputWrapperOrder={["label", "description", "input", "error"]}
    >
      <div className={classes.sheet}>
        <canvas
          ref={canvas}
          width={WIDTH * SCALE}
          height={HEIGHT * SCALE}
          className={classes.canvas}
          role="img"
          aria-labelledby={`${id}-label`}
          data-faulty={error ? true : undefined}
          data-disabled={disabled || undefined}
          onPointerDown={start}
          onPointerMove={move}
          onPointerUp={stop}
          onPointerCancel={stop}
        />
        <span className={classes.line}>{value.length === 0 ? t("pad.here") : null}</span>
      </div>
      <VisuallyHidden role="status">{isSignature(value) ? t("pad.drawn") : ""}</VisuallyHidden>
      <div className={classes.foot}>
        {value.length > 0 && !disabled ? (
          <Button variant="subtle" size="compact-sm" onClick={() => change([])}>
            {t("pad.clear")}
          </Button>
        ) : null}
      </div>
    </Input.Wrapper>
  );
}

function draw(canvas: HTMLCanvasElement, strokes: Strokes): void {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.lineWidth = 2.5 * SCALE;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.strokeStyle = "#123f4b";
  for (const stroke of strokes) {
    pen.beginPath();
    stroke.forEach(([x, y], place) => {
      if (place === 0) pen.moveTo(x * SCALE, y * SCALE);
      // A point alone is a dot.
      pen.lineTo(x * SCALE, y * SCALE + (stroke.length === 1 ? 0.1 : 0));
    });
    pen.stroke();
  }
}
