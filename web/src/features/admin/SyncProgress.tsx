import { useState } from "react";
import type { CatalogSync } from "@/api/types";
import { useTranslation } from "@/i18n/sync";
import { Notice } from "@/ui/Notice";
import { lastOf } from "./sync";

const TONES = {
  applied: "success",
  unchanged: "success",
  compared: "success",
  refused: "warning",
  failed: "error",
} as const;

/** That an import is under way, and what came of it for whoever waited here. */
export function SyncProgress({ sync }: { sync: CatalogSync }) {
  const { t } = useTranslation();
  const { running } = sync;
  const last = lastOf(sync);
  // What was over before this page was opened is in the history.
  const [before] = useState(last?.id ?? null);
  const outcome = last && last.id !== before ? last.outcome : null;
  return (
    <div role="status">
      {running ? (
        <Notice tone="info" icon="refresh" title={t("sync.running")}>
          {t("sync.runningText")}
        </Notice>
      ) : last && outcome ? (
        <Notice
          tone={TONES[outcome]}
          title={
            last.source === "api"
              ? t(`sync.overApi.${outcome}`)
              : t(`sync.over.${outcome}`, { release: last.release ?? t("imports.unknown") })
          }
        >
          {t("sync.overText")}
        </Notice>
      ) : null}
    </div>
  );
}
