import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useLocation, useParams } from "@tanstack/react-router";
import { FileCheck } from "@/features/exports/check/FileCheck";
import { NumberCheck } from "@/features/exports/check/NumberCheck";
import { secretIn } from "@/features/exports/check/number";
import { useTranslation } from "@/i18n/passportCheck";
import { PageTitle } from "@/ui/PageTitle";
import { Panel } from "@/ui/Panel";

const OFFLINE = "/verifier-hors-ligne";

/** Where the QR code of an export leads: does it still hold, and is a file as it was issued. Nothing is said of what it holds. */
export function VerifierPage() {
  const { t } = useTranslation();
  const { number = "" } = useParams({ strict: false });
  // What follows the `#` is sent to no server by itself: it stands in no log.
  const code = secretIn(useLocation().hash);
  return (
    <Stack gap="lg" maw={760} mx="auto">
      <div>
        <PageTitle title={t("passportCheck.title")} lead={t("passportCheck.lead")} />
      </div>
      <NumberCheck key={`${number} ${code}`} number={number} code={code} />
      <FileCheck />
      <Panel labelledBy="hors-ligne">
        <Title order={2} id="hors-ligne">
          {t("passportCheck.offline")}
        </Title>
        <Text c="dimmed" mt={4} maw="64ch">
          {t("passportCheck.offlineHelp")}
        </Text>
        <Group mt="sm">
          {/* No page of the app: one file of its own, which holds the keys. */}
          <Button variant="default" component="a" href={OFFLINE}>
            {t("passportCheck.toOffline")}
          </Button>
        </Group>
      </Panel>
    </Stack>
  );
}
