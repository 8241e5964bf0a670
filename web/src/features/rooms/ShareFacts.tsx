import { useTranslation } from "@/i18n/roomShares";
import { formatDay } from "@/lib/format";
import classes from "./Rooms.module.css";
import { useItemName } from "./shares";
import type { GivenShare } from "./types";

/** What is shared, and until when. */
export function ShareFacts({ share }: { share: GivenShare }) {
  const { t } = useTranslation();
  const nameOf = useItemName();
  return (
    <span className={classes.facts}>
      <span className={classes.item}>{nameOf(share)}</span>
      {share.state === "paused" ? <span>{t("roomShares.paused")}</span> : null}
      {share.ends_at ? (
        <span>{t("roomShares.until", { date: formatDay(share.ends_at) })}</span>
      ) : null}
    </span>
  );
}
