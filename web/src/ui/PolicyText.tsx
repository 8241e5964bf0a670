import { policyBlocks } from "@/lib/policy";
import classes from "./PolicyText.module.css";

interface Props {
  text: string;
  /** The heading level that fits where the text stands. */
  order?: 3 | 4;
}

/** The text that is agreed to, word for word, with its headings and lists made visible. */
export function PolicyText({ text, order = 4 }: Props) {
  const Heading = `h${order}` as const;
  return (
    <div className={classes.policy}>
      {policyBlocks(text).map(({ heading, body, items }) => (
        <section key={heading ?? body}>
          {heading ? <Heading className={classes.heading}>{heading}</Heading> : null}
          {body ? <p>{body}</p> : null}
          {items.length > 0 ? (
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
    </div>
  );
}
