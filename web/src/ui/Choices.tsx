import { type ReactNode, useId } from "react";
import classes from "./Choices.module.css";

export interface Choice<V extends string> {
  value: V;
  label: ReactNode;
  /** What assistive technology reads when the visible label is too short to stand alone. */
  spoken?: string;
  /** A figure under the label: how many results this choice leaves. */
  figure?: string | null;
}

interface Props<V extends string> {
  legend: string;
  /** Shown beside the legend, for a second control on the same subject. */
  aside?: ReactNode;
  value: V;
  choices: Choice<V>[];
  onChange: (value: V) => void;
}

/** One choice among few, side by side: native radio buttons, moved through with the arrow keys. */
export function Choices<V extends string>({ legend, aside, value, choices, onChange }: Props<V>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${name}-legend`} className={classes.group}>
      <div className={classes.head}>
        <span id={`${name}-legend`} className={classes.legend}>
          {legend}
        </span>
        {aside}
      </div>
      <div className={classes.row}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes.choice}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
              {...(choice.spoken ? { "aria-label": choice.spoken } : {})}
            />
            <span className={classes.face}>
              <span className={classes.label}>{choice.label}</span>
              {choice.figure === undefined ? null : (
                <span className={classes.figure}>{choice.figure ?? "\u00a0"}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
