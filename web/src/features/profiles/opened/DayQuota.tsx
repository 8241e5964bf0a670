import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "@/i18n/openedProfile";
import { formatMoment } from "@/lib/format";
import { Notice } from "@/ui/Notice";

const MINUTE_MS = 60_000;

interface Props {
  /** When profiles can be opened again. */
  until: number;
  searchLink: ReactNode;
  onRetry: () => void;
}

/** Profiles are limited by the day: why, and from when on there are more. Before that, nothing is asked for again. */
export function DayQuota({ until, searchLink, onRetry }: Props) {
  const { t } = useTranslation();
  const [over, setOver] = useState(() => Date.now() >= until);
  useEffect(() => {
    if (over) return;
    const timer = setTimeout(() => setOver(true), Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [over, until]);
  // The server counts whole seconds: what it means is the minute nearest to them.
  const date = new Date(Math.round(until / MINUTE_MS) * MINUTE_MS).toISOString();
  return (
    <Notice
      tone="warning"
      announce
      title={t("openedProfile.quota")}
      actions={
        <>
          {over ? (
            <Button size="sm" onClick={onRetry}>
              {t("openedProfile.retry")}
            </Button>
          ) : null}
          {searchLink}
        </>
      }
    >
      <div>{t("openedProfile.quotaText", { date: formatMoment(date) })}</div>
      {over ? null : <div>{t("openedProfile.quotaInsist")}</div>}
    </Notice>
  );
}
