import { Button } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import type { SavedSearch } from "@/api/types";
import { useTranslation } from "@/i18n/saved";
import { formatDay } from "@/lib/format";
import { fullName } from "@/lib/names";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Notice } from "@/ui/Notice";
import { StateTag } from "@/ui/StateTag";
import { Alert } from "./Alert";
import { Changes } from "./Changes";
import { useSavedSearchChanges } from "./queries";
import { RenameSearch } from "./RenameSearch";
import classes from "./Saved.module.css";
import { askedBy } from "./words";

/** What is shown of what it asks before the rest is counted. */
const SHOWN = 6;

interface Props {
  saved: SavedSearch;
  /** Leads to the search with its filters set. */
  openLink: (saved: SavedSearch, label: string, spoken: string) => ReactNode;
  newLink: (saved: SavedSearch, label: string) => ReactNode;
  /** With whom it is shared; for a colleague’s search, the way out of it. */
  sharing: (saved: SavedSearch, onGone: () => void) => ReactNode;
  /** Called when it is gone, so that the keyboard goes on from somewhere. */
  onRemoved: () => void;
}

/** A saved search: what it asks, what the catalogue changed of it, and what can be done with it. */
export function SavedSearchCard({ saved, openLink, newLink, sharing, onRemoved }: Props) {
  const { t } = useTranslation();
  const { remove } = useSavedSearchChanges();
  const [renaming, setRenaming] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { name, changes, obstacles, updated_at, access, owner, alert } = saved;
  const writes = access !== "view";
  const waits = changes.some((change) => change.decision_needed);
  const refocus = () => setTimeout(() => heading.current?.focus());
  const words = { name };
  return (
    <article className={classes.card} aria-labelledby={`saved-${saved.id}`}>
      <div className={classes.head}>
        <div className={classes.main}>
          <h2 className={classes.name} id={`saved-${saved.id}`} ref={heading} tabIndex={-1}>
            {name}
          </h2>
          <div className={classes.meta}>
            <span>{t("saved.written", { date: formatDay(updated_at) })}</span>
            {owner ? (
              <>
                <span>{t("saved.by", { name: fullName(owner) })}</span>
                <StateTag tone="neutral">{t(writes ? "saved.mayWrite" : "saved.mayRun")}</StateTag>
              </>
            ) : null}
            {waits || obstacles.length > 0 ? (
              <StateTag tone="warning">{t("saved.waits")}</StateTag>
            ) : changes.length > 0 ? (
              <StateTag tone="neutral">{t("saved.followed")}</StateTag>
            ) : null}
          </div>
        </div>
        <div className={classes.actions}>
          {obstacles.length > 0 ? null : openLink(saved, t("saved.open"), t("saved.openOf", words))}
          {writes ? (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t("saved.renameOf", words)}
              aria-expanded={renaming}
              onClick={() => setRenaming(!renaming)}
            >
              {t("saved.rename")}
            </Button>
          ) : null}
          {sharing(saved, onRemoved)}
          {access === "owner" ? (
            <ConfirmButton
              label={t("saved.delete")}
              aria-label={t("saved.deleteOf", words)}
              title={t("saved.deleteTitle", words)}
              confirm={t("saved.delete")}
              danger
              variant="subtle"
              color="brick"
              size="compact-sm"
              action={async () => {
                await remove(saved);
                onRemoved();
              }}
            >
              {t("saved.deleteText")}
            </ConfirmButton>
          ) : null}
        </div>
      </div>
      {renaming ? (
        <RenameSearch
          saved={saved}
          onDone={() => {
            setRenaming(false);
            refocus();
          }}
        />
      ) : null}
      <Asking saved={saved} />
      {alert ? <Alert saved={saved} alert={alert} newLink={newLink} /> : null}
      {changes.length > 0 ? (
        <Changes key={saved.version} saved={saved} onSettled={refocus} />
      ) : obstacles.length > 0 ? (
        <Notice
          tone="warning"
          icon="info"
          title={t("saved.obstacles")}
          actions={openLink(saved, t("saved.edit"), t("saved.openOf", words))}
        >
          {obstacles.map(({ pointer, message }) => (
            <div key={pointer}>{message}</div>
          ))}
        </Notice>
      ) : null}
    </article>
  );
}

function Asking({ saved }: { saved: SavedSearch }) {
  const { t } = useTranslation();
  const asked = askedBy(t, saved);
  if (asked.length === 0) return <p className={classes.everybody}>{t("saved.everybody")}</p>;
  const rest = asked.length - SHOWN;
  return (
    <ul className={classes.asked}>
      {asked.slice(0, SHOWN).map(({ pointer, text, detail }) => (
        <li key={pointer} className={classes.line}>
          {text}
          {detail ? <span className={classes.detail}>{detail}</span> : null}
        </li>
      ))}
      {rest > 0 ? <li className={classes.rest}>{t("saved.more", { count: rest })}</li> : null}
    </ul>
  );
}
