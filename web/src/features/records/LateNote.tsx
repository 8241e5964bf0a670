import { Text } from "@mantine/core";
import type { MyHalfDay } from "@/api/types";
import { useTranslation } from "@/i18n/ownRecords";
import { formatDuration } from "@/lib/format";
import { Notice } from "@/ui/Notice";
import { lateness } from "./model/own";
import { useMinutes } from "./useMinutes";

/** Tells whoever comes late, before they sign, how late they will be noted. */
export function LateNote({ half }: { half: MyHalfDay }) {
  const { t } = useTranslation();
  const late = lateness(half, useMinutes());
  if (late === null) return null;
  return (
    <Notice tone="warning" title={t("own.willBeLate", { duration: formatDuration(late) })}>
      <Text size="sm">{t("own.willBeLateHelp")}</Text>
    </Notice>
  );
}
