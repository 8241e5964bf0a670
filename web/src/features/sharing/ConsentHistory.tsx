import { Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Consent } from "@/api/types";
import { type Translate, useTranslation } from "@/i18n/visibility";
import { formatMoment } from "@/lib/format";
import { paths } from "@/lib/paths";
import { formatSiren } from "@/lib/siret";
import { PagedList } from "@/ui/PagedList";
import { Panel } from "@/ui/Panel";
import classes from "./ConsentHistory.module.css";
import { useConsents } from "./queries";

const said = (t: Translate, { kind, siren }: Consent): string =>
  t(`consents.kind.${kind}`, { siren: formatSiren(siren ?? "") });

/** Every agreement given or withdrawn, with the version of the text it was about. */
export function ConsentHistory() {
  const { t } = useTranslation();
  const consents = useConsents();
  return (
    <Panel labelledBy="historique">
      <Title order={2} id="historique">
        {t("consents.title")}
      </Title>
      <Text c="dimmed" mt={4} mb="sm">
        {t("consents.lead")} <Link to={paths.myDataReceipts}>{t("visibility.toReceipts")}</Link>
      </Text>
      <PagedList list={consents} height={48} none={<Text>{t("consents.none")}</Text>}>
        {(items) => (
          <ul className={classes.rows}>
            {items.map((consent) => (
              <li key={consent.id}>
                <span className={classes.said}>{said(t, consent)}</span>
                <span className={classes.at}>
                  {t("consents.at", {
                    date: formatMoment(consent.at),
                    version: consent.policy_version,
                  })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}
