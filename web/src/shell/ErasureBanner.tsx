import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMe } from "@/features/identity";
import { erasureQuery } from "@/features/privacy/erasureQuery";
import { useTranslation } from "@/i18n";
import { formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Icon } from "@/ui/Icon";
import classes from "./StatusBanner.module.css";

/** Says on every page of an account that it is to be erased, and leads to the way back. */
export function ErasureBanner() {
  const { t } = useTranslation();
  const me = useMe();
  const { data } = useQuery({ ...erasureQuery, enabled: me !== undefined });
  if (!me || !data || data.state === "none" || !data.erase_at) return null;
  return (
    <aside aria-label={t("erasureBanner.label")} className={classes.banner} data-tone="erasure">
      <Icon name="clock" size={18} />
      <span>
        {data.state === "due"
          ? t("erasureBanner.due")
          : t("erasureBanner.planned", { date: formatDay(data.erase_at) })}{" "}
        {data.state === "planned" ? (
          <Link to={paths.erasure} className={classes.way}>
            {t("erasureBanner.undo")}
          </Link>
        ) : null}
      </span>
    </aside>
  );
}
