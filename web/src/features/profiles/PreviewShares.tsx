import { Text, Title } from "@mantine/core";
import type { SharedWithCompany } from "@/api/types";
import { useTranslation } from "@/i18n/visibility";
import { formatDay } from "@/lib/format";
import classes from "./PreviewShares.module.css";

/** What one company reads beside the profile, item by item, what was taken back included: drawn as it is drawn for it. */
export function PreviewShares({ shares }: { shares: SharedWithCompany[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.box}>
      <Title order={3}>{t("preview.shares")}</Title>
      {shares.length === 0 ? <Text c="dimmed">{t("preview.noShares")}</Text> : null}
      {shares.map(({ purpose, title, items }) => (
        <div key={purpose}>
          <p className={classes.offer}>{t("preview.forOffer", { title })}</p>
          <ul className={classes.items}>
            {items.map((item) => (
              <li key={item.share} data-state={item.state}>
                <span className={classes.kind}>{t(`shareItem.${item.kind}`)}</span>
                {item.value || item.file ? (
                  <span className={classes.value}>{item.value ?? item.file?.name}</span>
                ) : null}
                <span className={classes.since}>
                  {t(item.state === "shared" ? "preview.shared" : "preview.withdrawn", {
                    date: formatDay(item.since),
                  })}
                  {item.until ? `, ${t("preview.until", { date: formatDay(item.until) })}` : null}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
