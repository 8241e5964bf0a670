import classes from "./LevelMark.module.css";
import { LEVELS } from "./levels";

/** Four rising steps, as many filled as the level: decoration beside the level's words. */
export function LevelMark({ level }: { level: number | null | undefined }) {
  return (
    <span className={classes.mark} aria-hidden="true">
      {LEVELS.map((step) => (
        <span
          key={step}
          className={`${classes.step} mark-step`}
          data-on={(level ?? 0) >= step || undefined}
          style={{ height: `${step * 25}%` }}
        />
      ))}
    </span>
  );
}
