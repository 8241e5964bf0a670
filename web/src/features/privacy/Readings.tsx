import { Stack, Text, Title } from "@mantine/core";
import type { ProfileReading } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n/readings";
import { formatList, formatMoment } from "@/lib/format";
import { formatSiret } from "@/lib/siret";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import { missingOf } from "./model/readings";
import classes from "./Privacy.module.css";
import { useReadings } from "./queries";

const KNOWN = ["first_name", "last_name", "email", "phone", "cv", "proof", "passport"] as const;
type Known = (typeof KNOWN)[number];
const isKnown = (field: string): field is Known => (KNOWN as readonly string[]).includes(field);

/** What was shown, by name and number, never by value. */
export function shownOf(t: Translate, fields: ProfileReading["fields"]): string {
  const words = fields.map(({ field, count }) => {
    if (field === "skills") return t("readings.field.skills", { count: count ?? 0 });
    if (field === "file_names") return t("readings.field.file_names", { count: count ?? 0 });
    return isKnown(field) ? t(`readings.field.${field}`) : t("readings.field.other");
  });
  return formatList(words);
}

const roleOf = (t: Translate, role: string): string =>
  t(role === "admin" ? "readings.role.admin" : "readings.role.member");

/** Who opened one's profile: which company, why, when, and what was shown. */
export function Readings() {
  const { t } = useTranslation();
  const list = useReadings();
  return (
    <Panel labelledBy="consultations">
      <Title order={2} id="consultations" mb="sm">
        {t("readings.profile")}
      </Title>
      <PagedList list={list} height={200} none={<Text>{t("readings.none")}</Text>}>
        {(readings) => (
          <Stack gap="sm">
            <Chain readings={readings} whole={!list.hasNextPage} />
            <ul className={classes.rows}>
              {readings.map((reading) => (
                <li key={reading.number}>
                  <Line reading={reading} />
                </li>
              ))}
            </ul>
          </Stack>
        )}
      </PagedList>
    </Panel>
  );
}

/** Whether what is shown follows number by number. */
function Chain({ readings, whole }: { readings: ProfileReading[]; whole: boolean }) {
  const { t } = useTranslation();
  const numbers = readings.map(({ number }) => number);
  const missing = missingOf(numbers);
  const last = numbers.at(-1) ?? 1;
  if (missing.length > 0) {
    return (
      <Notice tone="error" title={t("readings.chainBroken")}>
        {t("readings.chainBrokenText", { numbers: formatList(missing.map(String)) })}
      </Notice>
    );
  }
  return (
    <p className={classes.lock}>
      <Icon name="shield" size={16} />
      <span>
        {t("readings.chainGood")}{" "}
        {whole && last > 1 ? t("readings.chainBegin", { number: last }) : null}
      </span>
    </p>
  );
}

function Line({ reading }: { reading: ProfileReading }) {
  const { t } = useTranslation();
  const { company, purpose, role, at, number, fields } = reading;
  return (
    <>
      <p className={classes.name}>
        {company.name === company.siret ? formatSiret(company.siret) : company.name}
      </p>
      <p className={classes.facts}>
        <span>{t(`readings.purpose.${purpose}`)}</span>
        <span>{roleOf(t, role)}</span>
      </p>
      <p className={classes.facts}>
        <span>{t("readings.shown", { fields: shownOf(t, fields) })}</span>
      </p>
      <p className={classes.facts}>
        <span>{formatMoment(at)}</span>
        <span>{t("readings.siret", { siret: formatSiret(company.siret) })}</span>
        <span>{t("readings.number", { number })}</span>
      </p>
    </>
  );
}
