import { useTranslation } from "@/i18n";
import { Icon } from "@/ui/Icon";
import { type Status, statusName } from "./levels";
import classes from "./StatusTag.module.css";

/** “validée” or “déclarée”, in words and with the same seal and edges as a skill badge. */
export function StatusTag({ status }: { status: Status }) {
  const { t } = useTranslation();
  return (
    <span className={classes.tag} data-status={status}>
      {status === "validated" ? <Icon name="seal" size={15} /> : null}
      {statusName(t, status)}
    </span>
  );
}
