import { Stack, Text, Title } from "@mantine/core";
import type { DisclosureCheck } from "@/api/types";
import { useTranslation } from "@/i18n/register";
import { formatMoment } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { StateTag } from "@/ui/StateTag";
import classes from "./Privacy.module.css";
import { useDisclosureChecks } from "./queries";

/** What the nightly checks found: counts only. */
export function Checks() {
  const { t } = useTranslation();
  const list = useDisclosureChecks();
  return (
    <section aria-labelledby="controles">
      <Title order={2} id="controles">
        {t("checks.title")}
      </Title>
      <Text c="dimmed" mt={4} mb="sm" maw="68ch">
        {t("checks.lead")}
      </Text>
      <PagedList list={list} height={120} none={<Text>{t("checks.none")}</Text>}>
        {(checks) => (
          <Stack gap="sm">
            {(checks[0]?.leaks ?? 0) > 0 ? (
              <Notice tone="error" title={t("checks.alarm")}>
                {t("checks.alarmText")}
              </Notice>
            ) : null}
            <ul className={classes.rows}>
              {checks.map((check) => (
                <li key={check.started_at} className={classes.head}>
                  <Line check={check} />
                </li>
              ))}
            </ul>
          </Stack>
        )}
      </PagedList>
    </section>
  );
}

function Line({ check }: { check: DisclosureCheck }) {
  const { t } = useTranslation();
  const { started_at: at, people, answers, leaks, withheld } = check;
  return (
    <>
      <div className={classes.main}>
        <p className={classes.name}>{formatMoment(at)}</p>
        <p className={classes.facts}>
          <span>{t("checks.people", { count: people })}</span>
          <span>{t("checks.answers", { count: answers })}</span>
          {withheld > 0 ? <span>{t("checks.withheld", { count: withheld })}</span> : null}
        </p>
      </div>
      <StateTag tone={leaks > 0 ? "error" : "success"}>
        {leaks > 0 ? t("checks.bad", { count: leaks }) : t("checks.good")}
      </StateTag>
    </>
  );
}
