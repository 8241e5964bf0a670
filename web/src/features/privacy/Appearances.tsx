import { Text, Title } from "@mantine/core";
import { useTranslation } from "@/i18n/readings";
import { formatDay } from "@/lib/format";
import { formatSiret } from "@/lib/siret";
import { Disclosure } from "@/ui/Disclosure";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { byDay } from "./model/readings";
import classes from "./Privacy.module.css";
import { useAppearances } from "./queries";

/** How often one was in results: counted by day and company. */
export function Appearances() {
  const { t } = useTranslation();
  const list = useAppearances();
  return (
    <Panel labelledBy="apparitions">
      <Title order={2} id="apparitions">
        {t("readings.appearances")}
      </Title>
      <Text c="dimmed" mt={4} mb="sm">
        {t("readings.appearancesLead")}
      </Text>
      <PagedList list={list} height={120} none={<Text>{t("readings.noAppearances")}</Text>}>
        {(lines) =>
          byDay(lines).map(({ day, total, companies }, place) => (
            <Disclosure
              key={day}
              open={place === 0}
              label={formatDay(day)}
              aside={<span>{t("readings.total", { count: total })}</span>}
            >
              <ul className={classes.rows}>
                {companies.map(({ siret, name, times }) => (
                  <li key={siret} className={classes.head}>
                    <div className={classes.main}>
                      <p className={classes.name}>{name === siret ? formatSiret(siret) : name}</p>
                      <p className={classes.facts}>
                        <span>{t("readings.siret", { siret: formatSiret(siret) })}</span>
                      </p>
                    </div>
                    <span>{t("readings.times", { count: times })}</span>
                  </li>
                ))}
              </ul>
            </Disclosure>
          ))
        }
      </PagedList>
    </Panel>
  );
}
