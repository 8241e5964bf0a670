import { Link } from "@tanstack/react-router";
import { useUnread } from "@/features/notifications/queries";
import { useTranslation } from "@/i18n";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import classes from "./Header.module.css";

/** The way to what one was told, and how much of it is new. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useUnread() ?? 0;
  return (
    <Link
      to={paths.notifications}
      className={classes.link}
      aria-label={
        unread > 0 ? t("nav.newNotifications", { count: unread }) : t("nav.notifications")
      }
    >
      <Icon name="bell" />
      {unread > 0 ? <span aria-hidden="true">{unread}</span> : null}
    </Link>
  );
}
