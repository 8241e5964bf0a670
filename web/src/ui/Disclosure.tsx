import { type ReactNode, useId, useState } from "react";
import classes from "./Disclosure.module.css";
import { Icon } from "./Icon";

interface Props {
  label: ReactNode;
  /** Shown at the right of the label: a count, a summary. */
  aside?: ReactNode;
  open?: boolean;
  children: ReactNode;
}

/** A button that shows or hides what follows it. */
export function Disclosure({ label, aside, open: initially = false, children }: Props) {
  const [open, setOpen] = useState(initially);
  const id = useId();
  return (
    <div>
      <button
        type="button"
        className={classes.button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={classes.chevron} data-open={open || undefined}>
          <Icon name="chevronRight" size={16} />
        </span>
        <span className={classes.label}>{label}</span>
        {aside}
      </button>
      <div id={id} hidden={!open} className={classes.content}>
        {open ? children : null}
      </div>
    </div>
  );
}
