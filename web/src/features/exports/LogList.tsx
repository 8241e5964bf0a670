import { Text, Title } from "@mantine/core";
import { useTranslation } from "@/i18n/exports";
import { formatMoment } from "@/lib/format";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import classes from "./Exports.module.css";
import { detailsOf } from "./model/log";
import { useLog } from "./queries";

/** Everything that left one's passport: when, to whom, what of it. Nobody else reads it. */
export function LogList() {
  const { t } = useTranslation();
  const list = useLog();
  return (
    <Panel labelledBy="journal">
      <Title order={2} id="journal">
        {t("exportLog.title")}
      </Title>
      <Text size="sm" c="dimmed" mt={4} mb="sm">
        {t("exportLog.lead")}
      </Text>
      <PagedList list={list} height={200} none={<Text>{t("exportLog.none")}</Text>}>
        {(lines) => (
          <ul className={classes.rows}>
            {lines.map(({ id, kind, at, who, scope }) => {
              const { format, number, skill, atLeast, issuer } = detailsOf(scope);
              return (
                <li key={id}>
                  <p className={classes.name}>{t(`exportLog.kind.${kind}`)}</p>
                  <p className={classes.facts}>
                    <span>{formatMoment(at)}</span>
                    {who ? <span>{t("exportLog.to", { name: who })}</span> : null}
                    {format ? <span>{format.toUpperCase()}</span> : null}
                    {number ? <span>{number}</span> : null}
                    {skill ? <span>{t("exportLog.skill", { code: skill })}</span> : null}
                    {atLeast ? <span>{t("exportLog.atLeast", { level: atLeast })}</span> : null}
                    {issuer ? <span>{issuer}</span> : null}
                  </p>
                </li>
              );
            })}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}
