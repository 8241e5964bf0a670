import type { ReactNode } from "react";
import classes from "./Panel.module.css";

interface Props {
  children: ReactNode;
  /** The id of the heading that names this part of the page. */
  labelledBy?: string;
  narrow?: boolean;
}

/** A sheet of paper on the page. */
export function Panel({ children, labelledBy, narrow }: Props) {
  return (
    <section
      className={classes.panel}
      data-narrow={narrow || undefined}
      {...(labelledBy ? { "aria-labelledby": labelledBy } : {})}
    >
      {children}
    </section>
  );
}
