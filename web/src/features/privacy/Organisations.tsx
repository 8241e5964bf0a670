import { Text, Title } from "@mantine/core";
import type { MyOrganisation } from "@/api/types";
import { useTranslation } from "@/i18n/myData";
import { Panel } from "@/ui/Panel";
import classes from "./Privacy.module.css";

/** The training organisations one belongs to, and what they see. */
export function Organisations({ organisations }: { organisations: MyOrganisation[] }) {
  const { t } = useTranslation();
  return (
    <Panel labelledBy="organismes">
      <Title order={2} id="organismes">
        {t("myData.organisations")}
      </Title>
      <Text c="dimmed" mt={4} mb="sm">
        {t("myData.organisationsLead")}
      </Text>
      {organisations.length === 0 ? <Text>{t("myData.noOrganisations")}</Text> : null}
      <ul className={classes.rows}>
        {organisations.map(({ id, name, role }) => (
          <li key={id}>
            <p className={classes.name}>{name}</p>
            <p className={classes.facts}>
              <span>{t(`myData.role.${role}`)}</span>
              <span>{t(role === "trainee" ? "myData.sees.trainee" : "myData.sees.staff")}</span>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
