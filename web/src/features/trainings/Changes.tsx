import type { TrainingChange } from "@/api/types";
import { useTranslation } from "@/i18n/revisions";
import { Disclosure } from "@/ui/Disclosure";
import classes from "./Changes.module.css";
import { tell } from "./changeWords";

/** What changed, one sentence each; long texts one click away. */
export function Changes({ changes, mark }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={classes.list}>
      {changes.map((change) => {
        const { subject, key, kind, property } = change;
        const { sentences, before, after } = tell(t, change);
        const note = mark?.(change) ?? null;
        return (
          <li key={`${subject} ${key} ${kind} ${property}`} data-kind={kind}>
            {sentences.map((sentence) => (
              <div key={sentence}>{sentence}</div>
            ))}
            {note ? <strong>{note}</strong> : null}
            {before !== null || after !== null ? (
              <Disclosure label={t("change.read")}>
                <Text label={t("change.before")} text={before} />
                <Text label={t("change.after")} text={after} />
              </Disclosure>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

interface Props {
  changes: TrainingChange[];
  /** A word on a change, where there is something to say of it. */
  mark?: (change: TrainingChange) => string | null;
}

function Text({ label, text }: { label: string; text: string | null }) {
  if (text === null) return null;
  return (
    <figure className={classes.text}>
      <figcaption>{label}</figcaption>
      <blockquote>{text}</blockquote>
    </figure>
  );
}
