import { Anchor } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "@/i18n/reference";
import classes from "./LongList.module.css";

interface Props<T> {
  items: readonly T[];
  /** How many are shown at once. */
  most: number;
  /** Each item as a `li`. */
  children: (item: T) => ReactNode;
  /** The id of the heading that names the list. */
  labelledBy?: string;
  /** Side by side where there is room. */
  wide?: boolean;
}

/** The first items at once, the rest on demand. */
export function LongList<T>({ items, most, children, labelledBy, wide }: Props<T>) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  // One item alone is not worth a button.
  const foldable = items.length > most + 1;
  const shown = foldable && !all ? items.slice(0, most) : items;
  return (
    <div>
      <ul
        className={classes.list}
        data-wide={wide || undefined}
        {...(labelledBy ? { "aria-labelledby": labelledBy } : {})}
      >
        {shown.map(children)}
      </ul>
      {foldable ? (
        <Anchor
          component="button"
          type="button"
          size="sm"
          className={classes.more ?? ""}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t("reference.less") : t("reference.more", { count: items.length - most })}
        </Anchor>
      ) : null}
    </div>
  );
}
