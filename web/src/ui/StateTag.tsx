import type { ReactNode } from "react";
import classes from "./StateTag.module.css";

type Tone = "neutral" | "success" | "warning" | "error";

/** The state of something, in a word. */
export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
