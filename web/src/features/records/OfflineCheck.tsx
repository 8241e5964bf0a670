import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useDownload } from "@/api/download";
import { useTranslation } from "@/i18n/documentCheck";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { downloadKeys } from "./mineQueries";
import classes from "./Records.module.css";

const COMMAND = "carnet verify-document document.pdf --keys cles-carnet.json";

const PAGE = "/verifier-hors-ligne";

/** How a file is verified without asking anybody: the keys, and the command. */
export function OfflineCheck() {
  const { t } = useTranslation();
  const keys = useDownload(downloadKeys);
  return (
    <Panel labelledBy="hors-ligne">
      <Stack>
        <div>
          <Title order={2} id="hors-ligne">
            {t("offline.title")}
          </Title>
          <Text c="dimmed" mt={4} maw="64ch">
            {t("offline.lead")}
          </Text>
        </div>
        <ol style={{ margin: 0, paddingInlineStart: "1.25rem" }}>
          <li>{t("offline.keys")}</li>
          <li>{t("offline.run")}</li>
          <li>{t("offline.compare")}</li>
        </ol>
        <code className={classes.code}>{COMMAND}</code>
        <Group>
          <Button variant="default" loading={keys.isPending} onClick={() => keys.mutate(undefined)}>
            {t("offline.download")}
          </Button>
          {/* No page of the app: one file of its own, which holds the keys. */}
          <Button variant="default" component="a" href={PAGE}>
            {t("offline.page")}
          </Button>
        </Group>
        {keys.error ? <ProblemNotice error={keys.error} /> : null}
      </Stack>
    </Panel>
  );
}
