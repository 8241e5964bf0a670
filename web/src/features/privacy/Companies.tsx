import { Text } from "@mantine/core";
import { useTranslation } from "@/i18n/myData";
import { formatDay } from "@/lib/format";
import { formatSiren } from "@/lib/siret";
import { Disclosure } from "@/ui/Disclosure";
import { UndoButton } from "@/ui/UndoButton";
import { useTakeBack } from "./changes";
import { Part } from "./Parts";
import classes from "./Privacy.module.css";

/** The companies one chose and those one blocked, by their numbers. */
export function Companies() {
  const { t } = useTranslation();
  const { takeBack } = useTakeBack();
  return (
    <Part id="choisies" title={t("myData.lists")}>
      {({ chosen_companies: chosen, blocked_companies: blocked }) => (
        <>
          {chosen.length === 0 ? <Text>{t("myData.chosen", { count: 0 })}</Text> : null}
          {chosen.length > 0 ? (
            <Disclosure label={t("myData.chosen", { count: chosen.length })}>
              <ul className={classes.rows}>
                {chosen.map(({ siren, since, take_back: way }) => (
                  <li key={siren} className={classes.head}>
                    <div className={classes.main}>
                      <p className={classes.name}>
                        {t("myData.siren", { siren: formatSiren(siren) })}
                      </p>
                      <p className={classes.facts}>
                        <span>{t("myData.chosenSince", { date: formatDay(since) })}</span>
                      </p>
                    </div>
                    <UndoButton
                      label={t("myData.remove")}
                      spoken={t("myData.removeOf", { siren: formatSiren(siren) })}
                      action={() => takeBack(way)}
                    />
                  </li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
          {blocked.length === 0 ? <Text>{t("myData.blocked", { count: 0 })}</Text> : null}
          {blocked.length > 0 ? (
            <Disclosure label={t("myData.blocked", { count: blocked.length })}>
              <ul className={classes.rows}>
                {blocked.map(({ siren, since, take_back: way }) => (
                  <li key={siren} className={classes.head}>
                    <div className={classes.main}>
                      <p className={classes.name}>
                        {t("myData.siren", { siren: formatSiren(siren) })}
                      </p>
                      <p className={classes.facts}>
                        <span>{t("myData.blockedSince", { date: formatDay(since) })}</span>
                      </p>
                    </div>
                    <UndoButton
                      label={t("myData.unblock")}
                      spoken={t("myData.unblockOf", { siren: formatSiren(siren) })}
                      action={() => takeBack(way)}
                    />
                  </li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
        </>
      )}
    </Part>
  );
}
