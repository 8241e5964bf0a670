import { Button } from "@mantine/core";
import { useTranslation } from "@/i18n/attendance";
import { Icon } from "@/ui/Icon";
import { sendable } from "./model/outbox";
import classes from "./Roll.module.css";
import type { RollCall } from "./useRollCall";

/** Whether everything said is with the server; and where the rest waits. */
export function SyncState({ roll }: { roll: RollCall }) {
  const { t } = useTranslation();
  const count = sendable(roll.outbox).length;
  const failed = roll.problem !== null && !roll.isOffline;
  const state = count === 0 ? "saved" : roll.isOffline ? "offline" : failed ? "failed" : "sending";
  return (
    <span className={classes.sync} data-state={state} role="status">
      <Icon
        name={state === "saved" ? "check" : state === "sending" ? "refresh" : "clock"}
        size={16}
      />
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
