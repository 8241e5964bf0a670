import { Button, Group, Skeleton } from "@mantine/core";
import { useClipboard, useDebouncedValue } from "@mantine/hooks";
import type { ReactNode, Ref } from "react";
import { useTranslation } from "@/i18n/search";
import { formatNumber } from "@/lib/format";
import { Icon } from "@/ui/Icon";
import { OrderDialog } from "./OrderDialog";
import classes from "./ResultsHeader.module.css";

/** Long enough for the figures to settle, so that only the last total is spoken. */
const ANNOUNCE_AFTER_MS = 700;

interface Props {
  total: number | undefined;
  stale: boolean;
  headingRef: Ref<HTMLHeadingElement>;
  /** What else can be done with the search. */
  actions: ReactNode;
}

/** How many profiles match, said once it has settled, and what can be done with the whole list. */
export function ResultsHeader({ total, stale, headingRef, actions }: Props) {
  const { t } = useTranslation();
  const settled = stale || total === undefined ? null : total;
  const spoken = useDebouncedValue(settled, ANNOUNCE_AFTER_MS)[0];
  return (
    <div className={classes.header}>
      <h2 className={classes.total} ref={headingRef} tabIndex={-1}>
        {total === undefined ? (
          <Skeleton height={26} width={160} aria-label={t("state.loading")} role="img" />
        ) : (
          <>
            <span className={classes.figure}>{formatNumber(total)}</span>{" "}
            {t("results.profiles", { count: total })}
          </>
        )}
      </h2>
      <p role="status" className={classes.spoken}>
        {spoken === null ? "" : t("results.announced", { count: spoken })}
      </p>
      <Group gap={4} ml={-8} className={classes.actions ?? ""}>
        <OrderDialog />
        <CopyLink />
        {actions}
      </Group>
    </div>
  );
}

function CopyLink() {
  const { t } = useTranslation();
  const { copied, copy } = useClipboard({ timeout: 2500 });
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<Icon name={copied ? "check" : "link"} size={16} />}
      onClick={() => copy(sharedAddress())}
    >
      <span aria-live="polite">{t(copied ? "results.copied" : "results.copyLink")}</span>
    </Button>
  );
}

/** The address without what only its owner can read. */
function sharedAddress(): string {
  const address = new URL(window.location.href);
  const shared = address.search.replace(/([?&])enregistree=[^&]*&?/, "$1").replace(/[?&]$/, "");
  return `${address.origin}${address.pathname}${shared}`;
}
