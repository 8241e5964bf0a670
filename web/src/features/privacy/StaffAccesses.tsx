import { Text, Title } from "@mantine/core";
import { type Translate, useTranslation } from "@/i18n/readings";
import { formatList, formatMoment } from "@/lib/format";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import classes from "./Privacy.module.css";
import { useStaffAccesses } from "./queries";

const FIELDS = [
  "first_name",
  "last_name",
  "email",
  "email_confirmed_at",
  "created_at",
  "signed_in_at",
  "disabled_at",
  "has_second_factor",
  "erase_at",
  "roles",
] as const;
type Field = (typeof FIELDS)[number];
const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

const shown = (t: Translate, fields: string[]): string =>
  formatList(
    fields.map((name) =>
      isField(name) ? t(`readings.staffField.${name}`) : t("readings.field.other"),
    ),
  );

/** Each time that the platform's own people looked, with their reason. */
export function StaffAccesses() {
  const { t } = useTranslation();
  const list = useStaffAccesses();
  return (
    <Panel labelledBy="equipe">
      <Title order={2} id="equipe">
        {t("readings.staff")}
      </Title>
      <Text c="dimmed" mt={4} mb="sm">
        {t("readings.staffLead")}
      </Text>
      <PagedList list={list} height={72} none={<Text>{t("readings.noStaff")}</Text>}>
        {(accesses) => (
          <ul className={classes.rows}>
            {accesses.map((access) => (
              <li key={access.id}>
                <p className={classes.name}>{t("readings.reason", { reason: access.reason })}</p>
                <p className={classes.facts}>
                  <span>{formatMoment(access.at)}</span>
                  <span>{t("readings.shown", { fields: shown(t, access.shown) })}</span>
                </p>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}
