import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "@/i18n/reference";
import { Notice } from "@/ui/Notice";
import { ProblemNotice } from "@/ui/ProblemNotice";
import classes from "./JobTree.module.css";
import { LetterBranch } from "./JobTreeBranch";
import { domainsQuery } from "./queries";
import { ancestors, type TreeRow, treeMove } from "./treeMove";

interface Props {
  open: ReadonlySet<string>;
  onToggle: (code: string) => void;
}

/** What the keyboard moves through: the rows that are seen, but for those that only say “loading”. */
const ROWS = '[role="treeitem"]:not([aria-disabled])';

/** The whole catalogue: letters, their domains, the jobs of each. One tab stop, then the arrows. */
export function JobTree({ open, onToggle }: Props) {
  const { t } = useTranslation();
  const domains = useQuery(domainsQuery);
  const [reached, setReached] = useState<string | null>(null);

  if (domains.isError) {
    return <ProblemNotice error={domains.error} onRetry={() => domains.refetch()} />;
  }
  if (!domains.data) {
    return <Skeleton height={480} radius="lg" role="img" aria-label={t("state.loading")} />;
  }
  if (domains.data.length === 0) {
    return <Notice title={t("reference.empty")}>{t("reference.emptyHelp")}</Notice>;
  }

  const seen = reached !== null && ancestors(reached).every((code) => open.has(code));
  const node = {
    open,
    stop: seen ? reached : domains.data[0]?.code,
    onReach: setReached,
    onToggle: (code: string) => {
      setReached(code);
      onToggle(code);
    },
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list is what a tree is without its role
    <ul role="tree" aria-label={t("reference.tree")} className={classes.tree} onKeyDown={move}>
      {domains.data.map((letter) => (
        <LetterBranch key={letter.code} letter={letter} {...node} />
      ))}
    </ul>
  );
}

function move(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(ROWS)];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = treeMove(rows.map(read), at, event.key);
  if (next === null) return;
  event.preventDefault();
  if (next === "toggle") rows[at]?.click();
  else rows[next.to]?.focus();
}

function read(row: HTMLElement): TreeRow {
  const expanded = row.getAttribute("aria-expanded");
  return {
    level: Number(row.getAttribute("aria-level")),
    expanded: expanded === null ? null : expanded === "true",
    label: row.dataset.label ?? "",
  };
}
