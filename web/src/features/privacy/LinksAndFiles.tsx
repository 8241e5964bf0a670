import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/myData";
import { formatDay, formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { UndoButton } from "@/ui/UndoButton";
import { useTakeBack } from "./changes";
import { Part } from "./Parts";
import classes from "./Privacy.module.css";

/** Links to the passport that open, and files that can be fetched. */
export function LinksAndFiles() {
  const { t } = useTranslation();
  const { takeBack } = useTakeBack();
  return (
    <Part id="liens" title={t("myData.links")} lead={t("myData.linksLead")}>
      {({ links, exports }) => (
        <>
          {links.length + exports.length === 0 ? <Text>{t("myData.noLinks")}</Text> : null}
          <ul className={classes.rows}>
            {links.map((link) => (
              <li key={link.id} className={classes.head}>
                <div className={classes.main}>
                  <p className={classes.name}>{t("myData.link", { name: link.recipient })}</p>
                  <p className={classes.facts}>
                    <span>{t("myData.granted", { date: formatDay(link.created_at) })}</span>
                    <span>{t("myData.until", { date: formatMoment(link.expires_at) })}</span>
                    <span>{t("myData.views", { count: link.view_count })}</span>
                  </p>
                </div>
                <UndoButton
                  label={t("myData.cut")}
                  spoken={t("myData.cutOf", { name: link.recipient })}
                  action={() => takeBack(link.take_back)}
                />
              </li>
            ))}
            {exports.map((file) => {
              const date = formatMoment(file.erase_at);
              return (
                <li key={file.id} className={classes.head}>
                  <div className={classes.main}>
                    <p className={classes.name}>
                      {t(file.is_data ? "myData.copy" : "myData.file")}
                    </p>
                    <p className={classes.facts}>
                      <span>{t("myData.until", { date })}</span>
                    </p>
                  </div>
                  <UndoButton
                    label={t("myData.erase")}
                    spoken={t("myData.eraseOf", { date })}
                    action={() => takeBack(file.take_back)}
                  />
                </li>
              );
            })}
          </ul>
          <Text mt="sm">
            <Link to={paths.shares}>{t("myData.linksMore")}</Link>
          </Text>
        </>
      )}
    </Part>
  );
}
