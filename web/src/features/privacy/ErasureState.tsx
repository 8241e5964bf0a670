import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Erasure } from "@/api/types";
import { useTranslation } from "@/i18n/leaving";
import { formatDay, formatMoment } from "@/lib/format";
import { ConfirmButton } from "@/ui/ConfirmButton";
import { Notice } from "@/ui/Notice";
import { useErasure } from "./changes";
import classes from "./Privacy.module.css";

interface Props {
  erasure: Erasure;
  onCancelled: () => void;
}

/** Where a planned erasure stands, and the way back. */
export function ErasureState({ erasure, onCancelled }: Props) {
  const { t } = useTranslation();
  const { cancel } = useErasure();
  const { state, erase_at: at, asked_at: asked } = erasure;
  if (state === "none" || !at || !asked) return null;
  if (state === "due") {
    return (
      <Notice tone="error" title={t("erasing.due")}>
        {t("erasing.dueText")}
      </Notice>
    );
  }
  return (
    <Notice
      tone="warning"
      title={t("erasing.planned", { date: formatMoment(at) })}
      actions={
        <ConfirmButton
          label={t("erasing.cancel")}
          title={t("erasing.cancelTitle")}
          confirm={t("erasing.cancel")}
          action={async () => {
            await cancel();
            onCancelled();
          }}
        >
          {t("erasing.cancelText")}
        </ConfirmButton>
      }
    >
      {t("erasing.plannedText", { asked: formatDay(asked) })}
    </Notice>
  );
}

/** The organisations that must name another admin first. */
export function Obstacles({ erasure, link }: { erasure: Erasure; link: ReactNode }) {
  const { t } = useTranslation();
  if (erasure.obstacles.length === 0) return null;
  return (
    <Notice tone="warning" title={t("erasing.obstacles")} actions={link}>
      <Stack gap={4}>
        <span>{t("erasing.obstaclesText")}</span>
        <ul className={classes.bullets}>
          {erasure.obstacles.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
        <span>{t("erasing.obstaclesHelp")}</span>
      </Stack>
    </Notice>
  );
}

/** Said once the account is kept after all. */
export function Kept({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Notice
      tone="success"
      announce
      title={t("erasing.cancelled")}
      actions={
        <Group>
          <Button size="sm" variant="default" onClick={onClose}>
            {t("action.close")}
          </Button>
        </Group>
      }
    >
      <Text size="sm">{t("erasing.cancelText")}</Text>
    </Notice>
  );
}
