import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import classes from "./Folded.module.css";

interface Props {
  /** What the button shows, and its name when that is not text. */
  button: ReactNode;
  buttonLabel?: string;
  /** Receives the way to fold again, for links that lead elsewhere. */
  children: (fold: () => void) => ReactNode;
  /** Under the whole header rather than under the button. */
  wide?: boolean;
}

/** A button that unfolds a few links over the page; Escape, a click or focus elsewhere folds it. */
export function Folded({ button, buttonLabel, children, wide }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const fold = () => setOpen(false);

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, [open]);

  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    fold();
    trigger.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape reaches it from the controls inside
    <div ref={box} className={wide ? undefined : classes.anchor} onKeyDown={onEscape}>
      <button
        ref={trigger}
        type="button"
        className={classes.button}
        aria-expanded={open}
        aria-controls={id}
        aria-label={buttonLabel}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      <div id={id} hidden={!open} className={classes.panel} data-wide={wide || undefined}>
        {open ? children(fold) : null}
      </div>
    </div>
  );
}
