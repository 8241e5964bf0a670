import { policyBlocks } from "./policy";
import classes from "./VisibilitySwitch.module.css";

/** The text that is agreed to, word for word, with its headings and lists made visible. */
export function PolicyText({ text }: { text: string }) {
  return (
    <div className={classes.policy}>
      {policyBlocks(text).map(({ heading, body, items }) => (
        <section key={heading ?? body}>
          {heading ? <h4 className={classes.heading}>{heading}</h4> : null}
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
