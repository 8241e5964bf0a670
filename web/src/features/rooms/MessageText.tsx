import { useMemo } from "react";
import classes from "./Message.module.css";
import { partsOf } from "./model/text";

/** What a message says: its lines as they were written, addresses to follow, names of people. */
export function MessageText({ text, names }: { text: string; names: readonly string[] }) {
  const parts = useMemo(() => partsOf(text, names), [text, names]);
  return (
    <p className={classes.text}>
      {parts.map((part, at) => {
        const key = `${at}-${part.is}`;
        if (part.is === "link") {
          return (
            <a key={key} href={part.url} rel="noreferrer noopener nofollow" target="_blank">
              {part.text}
            </a>
          );
        }
        if (part.is === "name") {
          return (
            <span key={key} className={classes.named}>
              {part.text}
            </span>
          );
        }
        return <span key={key}>{part.text}</span>;
      })}
    </p>
  );
}
