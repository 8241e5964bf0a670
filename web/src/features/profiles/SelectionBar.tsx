import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/selection";
import classes from "./SelectionBar.module.css";
import { MOST_PICKED, selection, useSelection } from "./selection";

interface Props {
  /** What can be done with those who were picked. */
  children: (profiles: string[]) => ReactNode;
}

/** Who was picked, and what can be done with them: it stays in sight while one reads on. */
export function SelectionBar({ children }: Props) {
  const { t } = useTranslation();
  const { people, full } = useSelection();
  const count = people.length;
  return (
    <>
      {/* There before anybody is picked, so that the first one is announced too. */}
      <p role="status" className={classes.spoken}>
        {count > 0 ? t("selection.count", { count }) : ""}
      </p>
      {count > 0 ? (
        <section className={classes.bar} aria-label={t("selection.bar")}>
          <div className={classes.state}>
            <strong>{t("selection.count", { count })}</strong>
            <Button variant="subtle" size="compact-sm" onClick={selection.clear}>
              {t("selection.clear")}
            </Button>
          </div>
          {full ? (
            <p className={classes.full}>{t("selection.most", { count: MOST_PICKED })}</p>
          ) : null}
          <div className={classes.actions}>{children(people.map(({ id }) => id))}</div>
        </section>
      ) : null}
    </>
  );
}
