import { ActionIcon } from "@mantine/core";
import { Icon } from "@/ui/Icon";
import classes from "./ChosenCodes.module.css";

interface Props {
  codes: string[];
  labelOf: (code: string) => string;
  removeLabel: (label: string) => string;
  onRemove: (code: string) => void;
}

/** What has been chosen, each with a way to take it back. */
export function ChosenCodes({ codes, labelOf, removeLabel, onRemove }: Props) {
  if (codes.length === 0) return null;
  return (
    <ul className={classes.list}>
      {codes.map((code) => (
        <li key={code} className={classes.item}>
          <span className={classes.label}>{labelOf(code)}</span>
          <ActionIcon
            variant="subtle"
            color="slate.8"
            size="md"
            aria-label={removeLabel(labelOf(code))}
            onClick={() => onRemove(code)}
          >
            <Icon name="close" size={15} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
