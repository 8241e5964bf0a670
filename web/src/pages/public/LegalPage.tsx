import { Stack, Text, Title } from "@mantine/core";
import { lazy } from "react";
import { ReleaseNote } from "@/features/catalog";
import { useTranslation } from "@/i18n/legal";
import { Disclosure } from "@/ui/Disclosure";
import { Later } from "@/ui/Later";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";

const PublishedPrivacy = lazy(() => import("./PublishedPrivacy"));

/** Whose data the app shows, under which licence, and what it keeps about its visitors. */
export function LegalPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" maw={760} mx="auto">
      <div>
        <PageTitle title={t("legal.title")} lead={t("legal.lead")} />
      </div>
      <Panel labelledBy="catalogue">
        <Stack gap="sm">
          <Title order={2} id="catalogue">
            {t("legal.catalog")}
          </Title>
          <ReleaseNote />
          <Text>{t("legal.certifications")}</Text>
        </Stack>
      </Panel>
      <Panel labelledBy="donnees">
        <Stack gap="sm">
          <Title order={2} id="donnees">
            {t("legal.privacy")}
          </Title>
          <Text>{t("legal.privacyVisible")}</Text>
          <Text>{t("legal.privacyIndex")}</Text>
          <Text>{t("legal.cookie")}</Text>
          <Text>{t("legal.device")}</Text>
          <Disclosure label={t("legal.register")}>
            <Later height={320}>
              <PublishedPrivacy />
            </Later>
          </Disclosure>
          <Text size="sm" c="dimmed">
            {t("legal.registerLead")}
          </Text>
        </Stack>
      </Panel>
    </Stack>
  );
}
