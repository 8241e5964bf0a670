import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { asProblem } from "@/api/problem";
import type { CatalogSync } from "@/api/types";
import { useTranslation } from "@/i18n/sync";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { useStartImport } from "./queries";
import { mayAcceptLosses, sourceOf } from "./sync";

/** Asks the publisher now, where there is anybody to ask: to compare only, or to bring the catalogue up to date. */
export function SyncActions({ sync }: { sync: CatalogSync }) {
  const source = sourceOf(sync);
  return source ? <Actions sync={sync} api={source === "api"} /> : null;
}

function Actions({ sync, api }: { sync: CatalogSync; api: boolean }) {
  const { t } = useTranslation();
  const start = useStartImport();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [accepted, setAccepted] = useState(false);
  const offered = mayAcceptLosses(sync);

  const compare = async () => {
    setPending(true);
    setError(null);
    await start({ dry_run: true }).catch(setError);
    setPending(false);
  };
  const update = async () => {
    setError(null);
    await start({ dry_run: false, accept_losses: offered && accepted });
    setAccepted(false);
  };

  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button variant="default" loading={pending} disabled={sync.running} onClick={compare}>
          {t("sync.compare")}
        </Button>
        <ConfirmButton
          label={t("sync.update")}
          title={t(api ? "sync.updateTitleApi" : "sync.updateTitle")}
          confirm={t("sync.updateConfirm")}
          disabled={sync.running}
          action={update}
        >
          <Stack>
            <Text>{t(api ? "sync.updateTextApi" : "sync.updateText")}</Text>
            {offered ? (
              <Checkbox
                size="md"
                label={t("sync.losses")}
                description={t(api ? "sync.lossesHelpApi" : "sync.lossesHelp")}
                checked={accepted}
                onChange={(event) => setAccepted(event.currentTarget.checked)}
              />
            ) : null}
          </Stack>
        </ConfirmButton>
      </Group>
      <Text size="sm" c="dimmed">
        {t(api ? "sync.compareHelpApi" : "sync.compareHelp")}
      </Text>
      {error ? <StartRefusal error={error} /> : null}
    </Stack>
  );
}

/** Why no import was started, and what to do about it. */
function StartRefusal({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const { code } = asProblem(error);
  const messages =
    code === "import_running"
      ? [t("sync.askedAlready")]
      : code === "downloads_off"
        ? [t("sync.askedOff")]
        : [];
  return <ProblemNotice error={error} messages={messages} />;
}
