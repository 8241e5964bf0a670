import { type ReactNode, useId } from "react";
import { Panel } from "@/ui/Panel";
import classes from "./Sheets.module.css";

interface SectionProps {
  title: string;
  /** Said once under the title. */
  help?: string;
  /** The id of the title, when a list inside is named by it too. */
  id?: string;
  children: ReactNode;
}

/** A titled part of a sheet. */
export function Section({ title, help, id, children }: SectionProps) {
  const own = useId();
  return (
    <Panel labelledBy={id ?? own}>
      <h2 className={classes.title} id={id ?? own}>
        {title}
      </h2>
      {help ? <p className={classes.help}>{help}</p> : null}
      {children}
    </Panel>
  );
}

/** Sentences one under the other; a single one needs no bullet. */
export function SentenceList({ sentences }: { sentences: string[] }) {
  if (sentences.length === 1) return <p className={classes.sentence}>{sentences[0]}</p>;
  return (
    <ul className={classes.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** What is central or on the rise, in words. */
export function Mark({ kind, children }: { kind: "core" | "emerging"; children: ReactNode }) {
  return (
    <span className={classes.mark} data-kind={kind}>
      {children}
    </span>
  );
}
