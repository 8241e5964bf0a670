import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useOnline, useReachable } from "@/api/connection";
import { useTranslation } from "@/i18n";
import { Icon } from "@/ui/Icon";
import classes from "./StatusBanner.module.css";

/** Says when the device is offline or the server does not answer; once it is back, pages refresh. */
export function StatusBanner() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const router = useRouter();
  const online = useOnline();
  const reachable = useReachable();
  const down = useRef(false);
  const trouble = !online ? t("banner.offline") : reachable ? null : t("banner.unreachable");

  useEffect(() => {
    if (trouble) down.current = true;
    else if (down.current) {
      down.current = false;
      void cache.invalidateQueries();
      void router.invalidate();
    }
  }, [trouble, cache, router]);

  return (
    <div role="status">
      {trouble ? (
        <p className={classes.banner}>
          <Icon name="alert" size={18} />
          {trouble}
        </p>
      ) : null}
    </div>
  );
}
