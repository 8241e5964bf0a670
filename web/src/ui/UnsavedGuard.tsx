import { Button, Group, Stack, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import type { RefObject } from "react";
import { useTranslation } from "@/i18n";
import { Dialog } from "./Dialog";

/** Asks before a page is left with something that was typed and not saved. */
export function UnsavedGuard({ unsaved }: { unsaved: RefObject<boolean> }) {
  const { t } = useTranslation();
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved.current && current.pathname !== next.pathname,
    enableBeforeUnload: () => unsaved.current,
    withResolver: true,
  });
  const blocked = leaving.status === "blocked";
  const stay = () => leaving.reset?.();
  return (
    <Dialog opened={blocked} onClose={stay} title={t("unsaved.title")}>
      <Stack>
        <Text>{t("unsaved.text")}</Text>
        <Group justify="flex-end">
          <Button color="brick" variant="outline" onClick={() => leaving.proceed?.()}>
            {t("unsaved.leave")}
          </Button>
          <Button onClick={stay} data-autofocus>
            {t("unsaved.stay")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
