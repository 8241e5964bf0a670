import { useTranslation } from "@/i18n/rooms";
import classes from "./Composer.module.css";
import type { Nameable } from "./model/mentions";

interface Props {
  id: string;
  people: readonly Nameable[];
  /** The place of the one under Enter. */
  at: number;
  onPick: (one: Nameable) => void;
}

export const optionId = (id: string, at: number): string => `${id}-${at}`;

/** The people whose names begin as what is being written after an @. */
export function MentionList({ id, people, at, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <div id={id} role="listbox" aria-label={t("compose.people")} className={classes.people}>
      {people.map((one, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text it belongs to
        <div
          key={one.id ?? one.name}
          id={optionId(id, place)}
          role="option"
          tabIndex={-1}
          aria-selected={place === at}
          className={classes.person}
          // The text keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(one)}
        >
          {one.id === null ? t("compose.everybody") : one.name}
        </div>
      ))}
    </div>
  );
}
