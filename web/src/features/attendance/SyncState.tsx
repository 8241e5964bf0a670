import { Button } from "@mantine/core";
import { useTranslation } from "@/i18n/attendance";
import { Icon } from "@/ui/Icon";
import { sendable, stuck } from "./model/outbox";
import classes from "./Roll.module.css";
import type { RollCall } from "./useRollCall";

const ICONS = {
  saved: "check",
  stuck: "alert",
  offline: "clock",
  failed: "clock",
  sending: "refresh",
} as const;

/** Whether everything said is with the server; and where the rest waits. */
export function SyncState({ roll }: { roll: RollCall }) {
  const { t } = useTranslation();
  const waiting = sendable(roll.outbox).length;
  const count = waiting || stuck(roll.outbox).length;
  const failed = roll.problem !== null && !roll.isOffline;
  const state =
    count === 0
      ? "saved"
      : waiting === 0
        ? "stuck"
        : roll.isOffline
          ? "offline"
          : failed
            ? "failed"
            : "sending";
  return (
    <span className={classes.sync} data-state={state} role="status">
      <Icon name={ICONS[state]} size={16} />
      {state === "saved" ? t("roll.sync.saved") : t(`roll.sync.${state}`, { count })}
      {count > 0 && !roll.isKept ? ` ${t("roll.sync.notKept")}` : null}
      {state === "failed" ? (
        <Button size="compact-sm" variant="default" onClick={roll.sendNow}>
          {t("roll.sync.again")}
        </Button>
      ) : null}
    </span>
  );
}
