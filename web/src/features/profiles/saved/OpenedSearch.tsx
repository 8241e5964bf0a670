import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/saved";
import { Notice } from "@/ui/Notice";
import { StateTag } from "@/ui/StateTag";
import { asksTheSame, stateFromBody } from "../request";
import type { SearchState } from "../state";
import { savedSearchQuery } from "./queries";
import classes from "./Saved.module.css";
import { changeSaid } from "./words";

interface Props {
  id: string;
  state: SearchState;
  /** Leads to the list of saved searches, where changes are taken. */
  listLink: ReactNode;
}

/** Which saved search the page was opened from, whether it was changed since, and what a release changed of it. */
export function OpenedSearch({ id, state, listLink }: Props) {
  const { t } = useTranslation();
  const { data: saved, error } = useQuery(savedSearchQuery(id));
  if (error && asProblem(error).status === 404) {
    return <Notice title={t("saved.openedGone")} actions={listLink} />;
  }
  if (!saved) return null;
  const changed = !asksTheSame(stateFromBody(saved.search, id), state);
  return (
    <div className={classes.opened}>
      <p className={classes.openedName}>
        <span>
          {t("saved.opened")} <strong>{saved.name}</strong>
        </span>
        {changed ? <StateTag tone="neutral">{t("saved.openedChanged")}</StateTag> : null}
      </p>
      {saved.changes.length > 0 && !changed ? (
        <Notice icon="info" title={t("saved.changesTitle")} actions={listLink}>
          <ul className={classes.said}>
            {saved.changes.map((change) => (
              <li key={`${change.pointer} ${change.code}`}>{changeSaid(t, change)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
