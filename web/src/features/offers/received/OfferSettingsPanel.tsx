import { Skeleton, Stack, Switch, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/myOffers";
import { paths } from "@/lib/paths";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { offerSettingsQuery, useOfferSettings } from "./queries";
import classes from "./Received.module.css";

/** What one decides about the offers one receives, and where the rest of it is decided. */
export function OfferSettingsPanel() {
  const { t } = useTranslation();
  const settings = useQuery(offerSettingsQuery);
  const set = useOfferSettings();
  const run = useMutation({
    mutationFn: (tells: boolean) => set({ read_receipts: tells }),
  });
  return (
    <Panel labelledBy="reglages-offres">
      <Stack>
        <Title order={2} id="reglages-offres">
          {t("myOffers.settings")}
        </Title>
        {settings.isError ? (
          <ProblemNotice error={settings.error} onRetry={() => settings.refetch()} />
        ) : settings.data ? (
          <div>
            <Switch
              label={t("myOffers.receipts")}
              description={t("myOffers.receiptsHelp")}
              checked={settings.data.read_receipts}
              disabled={run.isPending}
              onChange={(event) => run.mutate(event.currentTarget.checked)}
            />
            <p role="status" className={classes.said}>
              {run.isSuccess
                ? t(settings.data.read_receipts ? "myOffers.receiptsOn" : "myOffers.receiptsOff")
                : ""}
            </p>
            {run.error ? <ProblemNotice error={run.error} /> : null}
          </div>
        ) : (
          <Skeleton height={56} role="img" aria-label={t("state.loading")} />
        )}
        <div>
          <Title order={3} mb="xs">
            {t("myOffers.also")}
          </Title>
          <ul className={classes.steps}>
            <li>
              <Link to={paths.visibility}>{t("myOffers.alsoVisibility")}</Link>
            </li>
            <li>
              <Link to={paths.contactDetails}>{t("myOffers.alsoContact")}</Link>
            </li>
            <li>
              <Link to={paths.notificationSettings}>{t("myOffers.alsoNotices")}</Link>
            </li>
          </ul>
        </div>
      </Stack>
    </Panel>
  );
}
