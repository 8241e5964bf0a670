import { Text, Title } from "@mantine/core";
import type { Erasure } from "@/api/types";
import { useTranslation } from "@/i18n/leaving";
import { formatDay } from "@/lib/format";
import { Panel } from "@/ui/Panel";
import classes from "./Privacy.module.css";

/** What an erasure takes away, line by line, and what the law lets others keep: why and until when. */
export function ErasureEffect({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation();
  return (
    <>
      <Panel labelledBy="supprime">
        <Title order={2} id="supprime">
          {t("erasing.goes")}
        </Title>
        <Text c="dimmed" mt={4} mb="sm">
          {t("erasing.goesLead")}
        </Text>
        <ul className={classes.rows}>
          {erasure.goes.map(({ processing, name, data, left }) => (
            <li key={processing}>
              <p className={classes.name}>{name}</p>
              <p className={classes.facts}>
                <span>{data}</span>
              </p>
              {left ? (
                <Text size="sm" mt={4}>
                  {t("erasing.left", { what: left })}
                </Text>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel labelledBy="garde">
        <Title order={2} id="garde">
          {t("erasing.stays")}
        </Title>
        <Text c="dimmed" mt={4} mb="sm">
          {t("erasing.staysLead")}
        </Text>
        {erasure.stays.length === 0 ? <Text>{t("erasing.staysNone")}</Text> : null}
        <ul className={classes.rows}>
          {erasure.stays.map((line) => (
            <li key={`${line.processing}-${line.organisation}-${line.session}-${line.until}`}>
              <Stays line={line} />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function Stays({ line }: { line: Erasure["stays"][number] }) {
  const { t } = useTranslation();
  const { name, why, session, organisation, until, is_held: isHeld } = line;
  return (
    <>
      <p className={classes.name}>{name}</p>
      <p className={classes.facts}>
        {organisation ? <span>{organisation}</span> : null}
        {session ? <span>{t("erasing.session", { title: session })}</span> : null}
        <span>
          {isHeld
            ? t("erasing.staysHeld")
            : until
              ? t("erasing.staysUntil", { date: formatDay(until) })
              : t("erasing.staysNoName")}
        </span>
      </p>
      <Text size="sm" mt={4}>
        {why}
      </Text>
    </>
  );
}
